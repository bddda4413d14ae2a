#compdef tracker
# Completion of tracker for zsh.

_tracker() {
    local -a words_before fields plain described open
    local entry item files
    words_before=("${(@)words[1,CURRENT-1]}")
    for entry in "${(@f)$(_TRACKER_COMPLETE=zsh_complete \
            _TRACKER_LINE="${(j: :)words_before} $IPREFIX$QIPREFIX$PREFIX" \
            ${(Q)~words[1]} 2>/dev/null)}"; do
        fields=("${(@ps:\t:)entry}")
        item=${fields[2]//:/\\:}
        case $fields[1] in
            plain)
                if [[ $fields[2] == *: ]]; then
                    open+=("$item:$fields[3]")
                elif [[ -n $fields[3] ]]; then
                    described+=("$item:$fields[3]")
                else
                    plain+=("$fields[2]")
                fi ;;
            file) files=_files ;;
            dir) files='_files -/' ;;
        esac
    done
    [[ $PREFIX == --*=* ]] && compset -P '*='
    (( $#described )) && _describe -V tracker described
    (( $#open )) && _describe -V tracker open -S ''
    (( $#plain )) && compadd -V tracker -- $plain
    [[ -n $files ]] && ${=files}
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _tracker "$@"
else
    # A later line of .zshrc may start completion, which forgets what was there before:
    # so this waits for the first prompt.
    _tracker_begin() {
        add-zsh-hook -d precmd _tracker_begin
        (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
        compdef _tracker tracker
    }
    autoload -Uz add-zsh-hook
    add-zsh-hook precmd _tracker_begin
fi
