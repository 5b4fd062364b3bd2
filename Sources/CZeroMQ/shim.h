#ifndef ENTITYWIRE_CZEROMQ_SHIM_H
#define ENTITYWIRE_CZEROMQ_SHIM_H

#include <zmq.h>
#include <sys/eventfd.h>

// eventfd is not part of the Glibc module.
static inline int ew_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

#endif
