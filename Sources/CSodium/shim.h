#ifndef ENTITYWIRE_CSODIUM_SHIM_H
#define ENTITYWIRE_CSODIUM_SHIM_H

// The library that libzmq encrypts with: whoever has libzmq3-dev has it.
#include <sodium/crypto_hash_sha256.h>

#endif
