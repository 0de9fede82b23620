/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file: magic and version (8 bytes), whose it is (16: a digest of log-in and key, so that a
   wrong key and a damaged file can be told apart without opening), nonce (12), cipher text, tag
   (16). The head is authenticated with the text. */
#include "common/draft_inner.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>

enum { MAGIC = 8, OWNER = 16, NONCE = 12, TAG = 16, KEY = 32, HEAD = MAGIC + OWNER + NONCE };

static const char magic[MAGIC] = "MSDRAFT\001";

/* 64 hex digits to 32 bytes. */
static bool key_read(const char *hex, unsigned char key[KEY])
{
    long size = 0;
    unsigned char *bytes = hex && strlen(hex) == 2 * KEY ? OPENSSL_hexstr2buf(hex, &size) : NULL;
    bool good = bytes && size == KEY;
    if (good)
        memcpy(key, bytes, KEY);
    if (bytes)
        OPENSSL_clear_free(bytes, (size_t)size);
    return good;
}

static bool owner_digest(const char *login, const unsigned char key[KEY], unsigned char out[OWNER])
{
    static const char purpose[] = "mansap draft owner";
    unsigned char digest[EVP_MAX_MD_SIZE];
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    bool good = ctx && EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) == 1 &&
                EVP_DigestUpdate(ctx, purpose, sizeof purpose) == 1 &&
                EVP_DigestUpdate(ctx, login, strlen(login) + 1) == 1 &&
                EVP_DigestUpdate(ctx, key, KEY) == 1 && EVP_DigestFinal_ex(ctx, digest, NULL) == 1;
    if (good)
        memcpy(out, digest, OWNER);
    EVP_MD_CTX_free(ctx);
    return good;
}

static bool encrypt(const unsigned char key[KEY], const unsigned char *head, const char *text,
                    int size, unsigned char *out)
{
    int n = 0, rest = 0;
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    bool good = ctx &&
                EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, head + MAGIC + OWNER) == 1 &&
                EVP_EncryptUpdate(ctx, NULL, &n, head, HEAD) == 1 &&
                EVP_EncryptUpdate(ctx, out, &n, (const unsigned char *)text, size) == 1 &&
                EVP_EncryptFinal_ex(ctx, out + n, &rest) == 1 &&
                EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_GET_TAG, TAG, out + size) == 1;
    EVP_CIPHER_CTX_free(ctx);
    return good;
}

bool draft_seal(const char *login, const char *key, const char *text, struct buf *out)
{
    unsigned char bytes[KEY], head[HEAD];
    size_t size = strlen(text);
    if (!key_read(key, bytes) || size > 1 << 30)
        return false;
    unsigned char *cipher = xcalloc(size + TAG, 1);
    memcpy(head, magic, MAGIC);
    bool good = owner_digest(login, bytes, head + MAGIC) &&
                RAND_bytes(head + MAGIC + OWNER, NONCE) == 1 &&
                encrypt(bytes, head, text, (int)size, cipher);
    wipe(bytes, sizeof bytes);
    if (good) {
        buf_addn(out, (const char *)head, HEAD);
        buf_addn(out, (const char *)cipher, size + TAG);
    }
    free(cipher);
    return good;
}

static bool decrypt(const unsigned char key[KEY], const unsigned char *data, int size,
                    unsigned char *out)
{
    unsigned char tag[TAG];
    int n = 0, rest = 0;
    memcpy(tag, data + HEAD + size, TAG);
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    bool good = ctx &&
                EVP_DecryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, data + MAGIC + OWNER) == 1 &&
                EVP_DecryptUpdate(ctx, NULL, &n, data, HEAD) == 1 &&
                EVP_DecryptUpdate(ctx, out, &n, data + HEAD, size) == 1 &&
                EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_SET_TAG, TAG, tag) == 1 &&
                EVP_DecryptFinal_ex(ctx, out + n, &rest) == 1;
    EVP_CIPHER_CTX_free(ctx);
    return good;
}

enum sealed draft_unseal(const char *login, const char *key, const void *data, size_t size,
                         char **text)
{
    const unsigned char *in = data;
    unsigned char bytes[KEY], owner[OWNER];
    *text = NULL;
    if (size >= MAGIC && memcmp(in, magic, MAGIC) != 0)
        return SEALED_FOREIGN;
    if (size < MAGIC + OWNER)
        return SEALED_DAMAGED; /* too short to tell whose: better told than lost in silence */
    if (!key_read(key, bytes) || !owner_digest(login, bytes, owner) ||
        memcmp(in + MAGIC, owner, OWNER) != 0) {
        wipe(bytes, sizeof bytes);
        return SEALED_FOREIGN;
    }
    bool good = size >= HEAD + TAG && size < 1 << 30;
    size_t length = good ? size - HEAD - TAG : 0;
    char *plain = xcalloc(length + 1, 1);
    good = good && decrypt(bytes, in, (int)length, (unsigned char *)plain);
    wipe(bytes, sizeof bytes);
    if (good) {
        *text = plain;
        return SEALED_OPEN;
    }
    wipe(plain, length);
    free(plain);
    return SEALED_DAMAGED;
}
