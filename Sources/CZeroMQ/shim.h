#ifndef ENTITYWIRE_CZEROMQ_SHIM_H
#define ENTITYWIRE_CZEROMQ_SHIM_H

#include <zmq.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>

// eventfd is not part of the Glibc module.
static inline int ew_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

// ETERM is not one of the system's error numbers: its definition does not reach Swift.
static inline int ew_eterm(void) { return ETERM; }

// prctl takes any number of arguments, and Swift none of those: names the calling thread, cut to 15 bytes.
static inline void ew_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

#endif
