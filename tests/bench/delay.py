#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""delay.py FROM TO MS: a Unix socket FROM that passes everything on to the socket TO and back, each byte MS later."""
import asyncio
import sys


async def pump(reader, writer, delay):
    loop = asyncio.get_running_loop()
    last = loop.time()
    while data := await reader.read(65536):
        loop.call_later(delay, writer.write, data)  # equal delays keep their order
        last = loop.time()
    await asyncio.sleep(max(0, last + delay - loop.time()))
    writer.close()


async def main(source, target, delay):
    async def client(reader, writer):
        server_reader, server_writer = await asyncio.open_unix_connection(target)
        await asyncio.gather(pump(reader, server_writer, delay), pump(server_reader, writer, delay),
                             return_exceptions=True)

    server = await asyncio.start_unix_server(client, source)
    print('ready', flush=True)
    async with server:
        await server.serve_forever()


if __name__ == '__main__':
    asyncio.run(main(sys.argv[1], sys.argv[2], float(sys.argv[3]) / 1000))
