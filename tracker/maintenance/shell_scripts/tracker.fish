# Completion of tracker for fish.

function __tracker_complete
    set -l program (string match --invert '*=*' -- (commandline -cpo))[1]
    set -l word (commandline -ct)
    set -l option (string match --regex -- '^--[a-z-]+=' $word)
    set -l place (string replace -- "$option" '' $word)
    for entry in (env _TRACKER_COMPLETE=fish_complete _TRACKER_LINE=(commandline -cp | string collect) \
            (string replace --regex '^~/' "$HOME/" $program) 2>/dev/null)
        set -l fields (string split --max 1 \t -- $entry)
        switch $fields[1]
            case plain
                echo $fields[2]
            case file
                # What fish itself offers after a command that it does not know.
                string replace --regex '^' -- "$option" (complete --do-complete "'' $place")
            case dir
                string replace --regex '^' -- "$option" \
                    (complete --do-complete "'' $place" | string match --regex '.*/(?:\t.*)?$')
        end
    end
end

complete --command tracker --no-files --keep-order --arguments '(__tracker_complete)'
