# Completion for sightline. Commands and options are those that the program itself names in its help.
_sightline_words() { # what column of the help: commands or options, then the program with its command
    local wanted=$1
    shift
    "$@" --help 2>/dev/null | awk -v wanted="$wanted" '
        /^[^ ]/ { commands = tolower($0) ~ /^subcommands:/ }
        wanted == "commands" && commands && /^  [a-z]/ { print $1 }
        wanted == "options" && /^  -/ {
            for (i = 1; i <= NF && $i ~ /^-/; ++i) {
                many = split($i, names, ",")
                for (n = 1; n <= many; ++n) if (names[n] ~ /^-/) print names[n]
            }
        }'
}

_sightline() {
    local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local -a command=("$program")
    local word names commands
    COMPREPLY=()
    # The command, and the one within it, are the leading words that the help before them names.
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        commands=$(_sightline_words commands "${command[@]}")
        [[ " ${commands//$'\n'/ } " == *" $word "* ]] || break
        command+=("$word")
    done
    case $before in
    --sample) names="dorset northmoor" ;;
    --theme) names="light dark high-contrast black-and-white" ;;
    --text) names="100 125 150 200" ;;
    --page)
        names="overview element: evidence evidence: actions map changes search: about health pattern meeting meeting: rotation: pin curtain"
        # Bash takes a colon for the end of a word.
        compopt -o nospace 2>/dev/null
        ;;
    --size | --windowed) names="1920x1080 3840x2160 1080x1920 1280x800" ;;
    --as-of | --expires | --site | --idle | --diagonal | --distance) return ;;
    --state | --keys)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
        ;;
    -o | --output | --report | --trace | --since | --config) ;;
    *)
        if [[ $current == -* ]]; then
            names=$(_sightline_words options "${command[@]}")
        else
            names=$(_sightline_words commands "${command[@]}")
        fi
        ;;
    esac
    if [[ -n ${names:-} ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$names" -- "$current")
    else
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}

complete -F _sightline sightline
