// The last program of a boot: the kernel halts, and with it the process that it is.
#include <sys/reboot.h>
#include <unistd.h>

int main(void)
{
    sync();
    return reboot(RB_POWER_OFF);
}
