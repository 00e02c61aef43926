"""Real shells at a terminal of their own: what stands on the command line after keys were pressed."""
import os
import pty
import select
import shutil
import signal
import time

SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "cli", "completion")
SECONDS = 60  # for what takes a tenth of one: no test may hang
SHOW_LINE = b"\x14"  # Ctrl-T writes the line into a file, in every shell below

# Each reads the installed script, says when the prompt is there, and learns Ctrl-T.
BASH = """
PS1='$ '
source {script}
bind 'set bell-style none'
bind -x '"\\C-t": printf %s "$READLINE_LINE" >line.new; mv line.new line'
PROMPT_COMMAND='touch ready'
"""
ZSH = """
PS1='$ '
unsetopt beep
fpath=({folder}/functions $fpath)
autoload -Uz compinit && compinit -u -D
show-line() {{ print -rn -- "$BUFFER" >line.new; mv line.new line }}
zle -N show-line
bindkey '^T' show-line
zle-line-init() {{ touch ready }}
zle -N zle-line-init
"""
FISH = """
function fish_prompt; touch ready; echo '$ '; end
function fish_greeting; end
source {script}
function show_line; printf %s (commandline) >line.new; mv line.new line; end
bind \\ct show_line
"""


def script_of(shell):
    return os.path.abspath(os.path.join(SCRIPTS, f"v4lxx.{shell}"))


def command_line(shell, folder):
    """How the shell is started, with its settings written into the folder."""
    text = {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell].format(script=script_of(shell), folder=folder)
    settings = os.path.join(folder, ".zshrc" if shell == "zsh" else "settings")
    with open(settings, "w") as file:
        file.write(text)
    if shell == "zsh":
        os.makedirs(os.path.join(folder, "functions"), exist_ok=True)
        shutil.copy(script_of("zsh"), os.path.join(folder, "functions", "_v4lxx"))
        return ["zsh", "-i"]
    if shell == "bash":
        return ["bash", "--noprofile", "--rcfile", settings, "-i"]
    return ["fish", "--no-config", "-i", "-C", f"source {settings}"]


class Terminal:
    """A shell that waits at its prompt."""

    def __init__(self, shell, folder, program):
        self.folder = folder
        environment = {"HOME": folder, "ZDOTDIR": folder, "TERM": "xterm", "LC_ALL": "C.UTF-8",
                       "PATH": os.path.dirname(program) + ":" + os.environ["PATH"]}
        for name in ("ready", "line"):
            if os.path.exists(self.place(name)):
                os.unlink(self.place(name))
        self.output = b""
        self.ended = False
        command = command_line(shell, folder)
        self.process, self.terminal = pty.fork()  # the shell's own session, with this as its controlling terminal
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.wait_for("ready")

    def place(self, name):
        return os.path.join(self.folder, name)

    def wait_for(self, name):
        """Until the file is there. What the shell prints is taken meanwhile, or it would stop printing."""
        end = time.monotonic() + SECONDS
        while not os.path.exists(self.place(name)):
            if self.ended or time.monotonic() > end:
                raise AssertionError(f"no {name}: {self.output.decode(errors='replace')}")
            if select.select([self.terminal], [], [], 0.02)[0]:
                try:
                    self.output += os.read(self.terminal, 65536)
                except OSError:
                    self.ended = True

    def line_after(self, keys):
        os.write(self.terminal, keys.encode() + SHOW_LINE)
        self.wait_for("line")
        with open(self.place("line")) as file:
            return file.read()

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)
