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

import { toError } from '@backstage/errors';
import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ZodError } from 'zod';
import type { AlertIntake } from './AlertIntake';
import { fromAlertmanagerApi } from './fromAlertmanager';
import type { AlertmanagerConfig } from './readAlertsConfig';
import type { AlertStore } from './types';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 50_000_000;

class StatusError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`it answered with status ${status}`);
    this.status = status;
  }
}

/** Reads what fires from the APIs of Alertmanagers, each alone. */
export class AlertmanagerReader {
  readonly #options: {
    alertmanagers: AlertmanagerConfig[];
    intake: AlertIntake;
    store: AlertStore;
    fetch: typeof fetch;
    now: () => Date;
  };

  constructor(options: {
    alertmanagers: AlertmanagerConfig[];
    intake: AlertIntake;
    store: AlertStore;
    fetch?: typeof fetch;
    now: () => Date;
  }) {
    this.#options = { fetch, ...options };
  }

  async read(signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.#options.alertmanagers
        .filter(({ url }) => url !== undefined)
        .map(config => this.#readOne(config, signal)),
    );
  }

  async #readOne(
    config: AlertmanagerConfig,
    signal: AbortSignal,
  ): Promise<void> {
    const { intake, now, store } = this.#options;
    const source = { kind: 'alertmanager' as const, id: config.id };
    let alerts;
    try {
      alerts = fromAlertmanagerApi(await this.#get(config, signal));
    } catch (error) {
      await store.attempted(source, { now: now(), error: toFailure(error) });
      return;
    }
    await intake.put(source, alerts, { complete: true, config });
  }

  async #get(
    { authorization, url }: AlertmanagerConfig,
    signal: AbortSignal,
  ): Promise<unknown> {
    const response = await this.#options.fetch(
      `${url}/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true`,
      {
        headers: {
          accept: 'application/json',
          ...(authorization ? { authorization } : {}),
        },
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      },
    );
    if (!response.ok) {
      await response.body?.cancel();
      throw new StatusError(response.status);
    }
    const text = await response.text();
    if (text.length > MAX_BYTES) {
      throw new SyntaxError('its answer is too large');
    }
    return JSON.parse(text);
  }
}

function toFailure(error: unknown): ObservationError {
  if (error instanceof StatusError) {
    return { code: codeOf(error.status), message: error.message };
  }
  if (error instanceof ZodError || error instanceof SyntaxError) {
    return { code: 'invalid', message: 'it answered with something else' };
  }
  const { name, cause } = toError(error);
  if (name === 'TimeoutError' || name === 'AbortError') {
    return { code: 'timeout', message: 'it did not answer in time' };
  }
  const reason = cause instanceof Error ? `: ${cause.message}` : '';
  return { code: 'unreachable', message: `it cannot be reached${reason}` };
}

function codeOf(status: number): ObservationError['code'] {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 429:
      return 'throttled';
    default:
      return status >= 500 ? 'unreachable' : 'invalid';
  }
}
