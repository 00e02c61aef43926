"""What libv4lxx asks the kernel before its first frame and the raw loop does not, and why."""

MOST_EXTRA_CALLS = 8

# call: (how often, the reason)
EXTRA_CALLS = {
    "newfstatat": (2, "the path is looked at first, because to open a character device that is no camera can do things (a watchdog starts); "
                      "then what was opened, because another node may have taken its place"),
    "eventfd2": (1, "cancel, stop and close from another thread must end a wait"),
    "VIDIOC_G_FMT": (1, "asked again once there are buffers, because only from then on nobody can change the format"),
    "VIDIOC_G_SELECTION": (1, "which part of the source the frames show, for each of them; a driver that has no such rectangle is asked once"),
}

# What single faces add to that, in the program or in the library.
OF_A_THREAD = "the C library starts the thread of the program"
FACES = {
    "epoll_create1": "a set of the program's, and the one that is the descriptor of the stream",
    "epoll_ctl": "device and eventfd go into the set of the stream, this into the set of the program",
    "epoll_wait": "the program waits with it",
    "clone3": OF_A_THREAD, "mprotect": OF_A_THREAD, "rt_sigaction": OF_A_THREAD, "rt_sigprocmask": OF_A_THREAD, "rseq": OF_A_THREAD,
    "set_robust_list": OF_A_THREAD, "futex": "the program waits for its thread",
}
