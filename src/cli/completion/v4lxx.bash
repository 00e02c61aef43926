# bash completion for v4lxx. The program says what could come next; this finds the words and hands the answers over.
_v4lxx()
{
    # bash has cut the words at : and =, but sim:camera,size=640x480 is one word.
    local rest=${COMP_LINE:0:COMP_POINT} words=() piece= index
    for ((index = 0; index <= COMP_CWORD; index++)); do
        piece=${COMP_WORDS[index]}
        if ((index == 0)) || [[ -z $rest || $rest == [[:space:]]* ]]; then
            rest=${rest#"${rest%%[![:space:]]*}"}
            words+=('')
        fi
        if ((index == COMP_CWORD)); then piece=$rest; fi
        words[${#words[@]} - 1]+=$piece
        rest=${rest#"$piece"}
    done
    local current=${words[${#words[@]} - 1]}
    if [[ $piece == [:=] ]]; then piece=; fi
    local before=${current%"$piece"} program=${1/#\~/$HOME} answer

    COMPREPLY=()
    while IFS= read -r answer; do
        if [[ $answer == :files ]]; then
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$piece")
            return
        fi
        answer=${answer%%$'\t'*}
        COMPREPLY+=("${answer#"$before"}")
    done < <("$program" --complete "${words[@]:1}" 2>/dev/null)
    # More of the same word follows.
    if [[ ${COMPREPLY[0]-} == *[=,] ]]; then compopt -o nospace; fi
}
complete -F _v4lxx v4lxx
