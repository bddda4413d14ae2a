"""From the shipped seed to rows: synced by slug, and only when the seed's hash has changed."""
