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

import express, { type RequestHandler } from 'express';

const ordinary = express.json();

/** Routes that take data, and so more than the 100 kB of the others. */
const larger = [
  {
    method: 'POST',
    path: /^\/observations$/,
    parse: express.json({ limit: '20mb' }),
  },
  {
    method: 'POST',
    path: /^\/observations\/policies\/?$/,
    parse: express.json({ limit: '2mb' }),
  },
  {
    // A message alone may have 1 MB.
    method: 'POST',
    path: /^\/ingest\/[^/]+\/?$/,
    parse: express.json({ limit: '2mb' }),
  },
  {
    method: 'POST',
    path: /^\/alerts\/[^/]+\/webhook$/,
    parse: express.json({ limit: '10mb' }),
  },
  {
    method: 'PUT',
    path: /^\/control-planes\//,
    parse: express.json({ limit: '10mb' }),
  },
  {
    method: 'PUT',
    path: /^\/targets\//,
    parse: express.json({ limit: '5mb' }),
  },
  {
    method: 'POST',
    path: /^\/targets\/removals\/accept$/,
    parse: express.json({ limit: '3mb' }),
  },
];

export const parseJson: RequestHandler = (request, response, next) => {
  const { parse } = larger.find(
    ({ method, path }) => method === request.method && path.test(request.path),
  ) ?? { parse: ordinary };
  parse(request, response, next);
};
