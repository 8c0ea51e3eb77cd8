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

import type {
  ReportedObservations,
  ReportedPolicyPart,
  TakenPolicyPart,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { PortalRefusal } from './PortalRefusal';

const TIMEOUT_MS = 60_000;
/** The portal takes a whole snapshot in before it answers its last part. */
const SNAPSHOT_TIMEOUT_MS = 5 * 60_000;
const ATTEMPTS = 3;

export interface PortalOptions {
  portalUrl: URL;
  arn: string;
  /** Read for each request, as it is replaced while this runs. */
  token(): Promise<string>;
}

/**
 * Where reports go. It follows no redirect: the token is for the portal alone.
 */
export class Portal {
  readonly #options: PortalOptions;

  constructor(options: PortalOptions) {
    this.#options = options;
  }

  /** @throws Error with what the portal answered */
  async sendReport(report: ReportedObservations): Promise<void> {
    await this.#post('observations', report, TIMEOUT_MS);
  }

  /**
   * A part whose answer is lost is sent again: the portal takes it once.
   *
   * @throws Error with what the portal answered
   */
  async sendPart(part: ReportedPolicyPart): Promise<TakenPolicyPart> {
    const timeout = part.final ? SNAPSHOT_TIMEOUT_MS : TIMEOUT_MS;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.#post('observations/policies', part, timeout);
        return JSON.parse(answer) as TakenPolicyPart;
      } catch (error) {
        const isAnswered = error instanceof PortalRefusal && error.status < 500;
        if (isAnswered || attempt >= ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async #post(path: string, body: object, timeout: number): Promise<string> {
    const { arn, portalUrl, token } = this.#options;
    const url = new URL(portalUrl);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
    url.searchParams.set('arn', arn);
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      headers: {
        authorization: `Bearer ${await token()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const answer = await response.text();
    if (!response.ok) {
      throw new PortalRefusal(response.status, wordsOf(answer));
    }
    return answer;
  }
}

function wordsOf(answer: string): string {
  try {
    const { error } = JSON.parse(answer) as { error?: { message?: unknown } };
    return String(error?.message ?? '').slice(0, 500);
  } catch {
    return 'no words of its own';
  }
}
