"""Installs, upgrades and uninstalls tracker by pip, pipx and uv."""
