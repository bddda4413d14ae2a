# Completion of tracker for bash, 3.2 or later.

_tracker() {
    local value
    COMPREPLY=()
    while IFS= read -r value; do
        [[ -n $value ]] && COMPREPLY[${#COMPREPLY[@]}]=$value
    done <<< "$(_TRACKER_COMPLETE=bash_complete \
        _TRACKER_LINE="${COMP_LINE:0:$COMP_POINT}" \
        _TRACKER_BREAKS="$COMP_WORDBREAKS" \
        "${1/#\~\//$HOME/}" 2>/dev/null)"
    # A folder and a kind of evidence go on. Before bash 4 there is no compopt.
    if [[ ${#COMPREPLY[@]} == 1 && $COMPREPLY == *[:/] ]]; then
        compopt -o nospace 2>/dev/null || return 0
    fi
}

# Only bash 4.4 and later can leave the order as it is.
complete -o nosort -F _tracker tracker 2>/dev/null || complete -F _tracker tracker
