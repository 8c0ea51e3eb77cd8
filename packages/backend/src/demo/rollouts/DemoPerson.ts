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

import { ResponseError } from '@backstage/errors';

/** The portal's own API, as a person of the story uses it from a page. */
export class DemoPerson {
  readonly #baseUrl: string;
  readonly #name: string;

  constructor(baseUrl: string, name: string) {
    this.#baseUrl = baseUrl;
    this.#name = name;
  }

  get<T>(path: string): Promise<T> {
    return this.#call('GET', path);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.#call('POST', path, JSON.stringify(body));
  }

  async #call<T>(method: string, path: string, body?: string): Promise<T> {
    const response = await fetch(`${this.#baseUrl}/api/eks-fleet${path}`, {
      method,
      body,
      headers: {
        authorization: `Bearer ${await this.#signIn()}`,
        'content-type': 'application/json',
      },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json() as Promise<T>;
  }

  async #signIn(): Promise<string> {
    const response = await fetch(`${this.#baseUrl}/api/auth/demo/refresh`, {
      headers: { 'x-demo-user': this.#name },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const session = (await response.json()) as {
      backstageIdentity: { token: string };
    };
    return session.backstageIdentity.token;
  }
}
