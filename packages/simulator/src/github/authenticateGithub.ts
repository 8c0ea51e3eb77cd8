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

import type { GithubHost } from './GithubHost';
import { GithubError } from './GithubError';
import { ANONYMOUS, type Caller } from './Tokens';

/**
 * Who a request comes from: a token in `Authorization` as `Bearer`, `token` or
 * the password of `Basic`.
 *
 * @throws GithubError where the token is not known
 */
export async function authenticateGithub(
  host: GithubHost,
  authorization: string | undefined,
): Promise<Caller> {
  if (!authorization) {
    return ANONYMOUS;
  }
  const [, scheme, value = ''] =
    /^(bearer|token|basic) +(.+)$/i.exec(authorization) ?? [];
  const token =
    scheme?.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64')
          .toString()
          .replace(/^[^:]*:/, '')
      : value;
  if (host.app && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    if (await host.app.verify(token)) {
      return { login: `${host.app.slug}[bot]`, kind: 'app' };
    }
    throw new GithubError(401, 'A JSON web token could not be decoded');
  }
  const caller = host.tokens.find(token);
  if (!caller) {
    throw new GithubError(401, 'Bad credentials');
  }
  return caller;
}
