#ifndef ENTITYWIRE_CZSTD_SHIM_H
#define ENTITYWIRE_CZSTD_SHIM_H

#include <zstd.h>

#endif
