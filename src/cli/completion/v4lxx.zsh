#compdef v4lxx
# zsh completion for v4lxx. The program says what could come next; this finds the words and hands the answers over.
_v4lxx() {
    local program=${(Q)words[1]} answer described
    local -a before finished unfinished
    before=("${(@Q)words[2,CURRENT-1]}")
    program=${program/#\~/$HOME}
    for answer in "${(@f)$(command "$program" --complete "${before[@]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        if [[ $answer == :files ]]; then
            compset -P '--*='
            _files
            return
        fi
        [[ -n $answer ]] || continue
        described=${${answer%%$'\t'*}//:/\\:}
        [[ $answer == *$'\t'?* ]] && described+=:${answer#*$'\t'}
        # More of the same word follows after = and a comma.
        if [[ ${answer%%$'\t'*} == *[=,] ]]; then
            unfinished+=("$described")
        else
            finished+=("$described")
        fi
    done
    _describe -t words 'v4lxx' finished -- unfinished -S ''
}
_v4lxx "$@"
