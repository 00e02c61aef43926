# fish completion for v4lxx. The program says what could come next; this finds the words and hands the answers over.
function __v4lxx_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    for answer in (command $before[1] --complete $before[2..-1] "$current" 2>/dev/null)
        if test "$answer" = :files
            set -l option (string match -r -- '^--[^=]*=' "$current")
            for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current"))
                printf "%s\n" "$option$path"
            end
        else
            printf "%s\n" $answer
        end
    end
end
complete -c v4lxx -f -a '(__v4lxx_complete)'
