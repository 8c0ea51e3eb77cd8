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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import type { ObservationErrorCode } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { checkUrl } from './checkUrl';

const TIMEOUT_MS = 10_000;
const MAX_CHARACTERS = 5_000_000;
const ID = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

interface Endpoint {
  id: string;
  url: string;
  authorization?: string;
}

/** An endpoint that gave no answer, in words that begin with its id. */
export class EndpointError extends Error {
  readonly code: ObservationErrorCode;

  constructor(code: ObservationErrorCode, message: string) {
    super(message);
    this.name = 'EndpointError';
    this.code = code;
  }
}

export interface EndpointAnswer {
  status: number;
  text: string;
}

/**
 * The outgoing URLs that configuration names (`eksFleet.endpoints`). Strategies
 * and forms know their ids only.
 */
export class Endpoints {
  readonly #endpoints: Map<string, Endpoint>;
  readonly #fetch: typeof fetch;

  private constructor(endpoints: Endpoint[], fetchUrl: typeof fetch) {
    this.#endpoints = new Map(endpoints.map(one => [one.id, one]));
    this.#fetch = fetchUrl;
  }

  /** @throws InputError that names the key and says what would be right */
  static fromConfig(
    root: RootConfigService,
    fetchUrl: typeof fetch = fetch,
  ): Endpoints {
    const endpoints = (
      root.getOptionalConfigArray('eksFleet.endpoints') ?? []
    ).map((config, index) => {
      const key = `eksFleet.endpoints[${index}]`;
      const id = config.getString('id');
      if (!ID.test(id)) {
        throw new InputError(
          `${key}.id: ${JSON.stringify(
            id,
          )} is no id; use small letters, digits and hyphens`,
        );
      }
      return {
        id,
        url: checkUrl(config.getString('url'), `${key}.url`, {
          allowLoopback:
            config.getOptionalBoolean('dangerouslyAllowLoopback') ?? false,
        }),
        authorization: config.getOptionalString('authorization'),
      };
    });
    const ids = endpoints.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice) {
      throw new InputError(
        `eksFleet.endpoints: two have the id "${twice}"; each needs its own`,
      );
    }
    return new Endpoints(endpoints, fetchUrl);
  }

  has(id: string): boolean {
    return this.#endpoints.has(id);
  }

  ids(): string[] {
    return Array.from(this.#endpoints.keys());
  }

  /**
   * @param path - appended to the endpoint's URL; begins with a slash, or is empty
   * @throws EndpointError where nothing answers, or answers elsewhere
   */
  async get(
    id: string,
    path: string,
    signal: AbortSignal,
  ): Promise<EndpointAnswer> {
    const endpoint = this.#endpoints.get(id);
    if (!endpoint) {
      throw new EndpointError('notFound', `There is no endpoint ${id}`);
    }
    const { authorization, url } = endpoint;
    try {
      const response = await this.#fetch(url + path, {
        headers: authorization ? { authorization } : {},
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      const text = (await response.text()).slice(0, MAX_CHARACTERS);
      return { status: response.status, text };
    } catch (error) {
      const { cause, name } = toError(error);
      if (name === 'TimeoutError' || name === 'AbortError') {
        throw new EndpointError('timeout', `${id} did not answer in time`);
      }
      const reason = cause instanceof Error ? `: ${cause.message}` : '';
      throw new EndpointError(
        'unreachable',
        `${id} cannot be reached${reason}`,
      );
    }
  }
}
