/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** New releases are not trusted at once by portals that follow the template. */
const PUBLISHED_DAYS_AGO = 7;

/**
 * A package registry on loopback with nothing but the packed packages, so that
 * `yarn add` of a README works as it stands before anything is published.
 */
export async function serveRegistry(packages) {
  const documents = new Map();
  const tarballs = new Map();
  const published = new Date(
    Date.now() - PUBLISHED_DAYS_AGO * 86_400_000,
  ).toISOString();

  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split('?')[0]).slice(1);
    if (documents.has(path)) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(documents.get(path)));
    } else if (tarballs.has(path)) {
      response.end(tarballs.get(path));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${server.address().port}`;

  for (const { name, manifest, tarball } of packages) {
    const content = readFileSync(tarball);
    const digest = (algorithm, encoding) =>
      createHash(algorithm).update(content).digest(encoding);
    // The digest in the path keeps Yarn's cache from giving an older packing.
    const path = `tarballs/${digest('sha256', 'hex')}/${name}.tgz`;
    tarballs.set(path, content);
    documents.set(name, {
      name,
      'dist-tags': { latest: manifest.version },
      time: { created: published, [manifest.version]: published },
      versions: {
        [manifest.version]: {
          ...manifest,
          dist: {
            tarball: `${url}/${path}`,
            shasum: digest('sha1', 'hex'),
            integrity: `sha512-${digest('sha512', 'base64')}`,
          },
        },
      },
    });
  }
  return {
    url,
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Takes out of Yarn's cache what no later run can use, as its URL is gone. */
export function forgetDownloads(cacheFolder, packages, since) {
  for (const file of readdirSync(cacheFolder)) {
    const path = join(cacheFolder, file);
    const ours = packages.some(({ name }) =>
      file.startsWith(`${name.replace('/', '-')}-npm-`),
    );
    if (ours && statSync(path).mtimeMs >= since) {
      rmSync(path);
    }
  }
}
