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

import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { AlertIntake } from './AlertIntake';
import { fromAlertmanagerWebhook, type WebhookAlert } from './fromAlertmanager';
import type { AlertmanagerConfig } from './readAlertsConfig';

/** Takes what Alertmanagers send by themselves. */
export class AlertWebhooks {
  readonly #configs: Map<string, AlertmanagerConfig>;
  readonly #intake: AlertIntake;

  constructor(options: {
    alertmanagers: AlertmanagerConfig[];
    intake: AlertIntake;
  }) {
    this.#configs = new Map(options.alertmanagers.map(one => [one.id, one]));
    this.#intake = options.intake;
  }

  /**
   * Before the body is read. Whoever may not send learns nothing, not even
   * whether there is such a source.
   *
   * @throws AuthenticationError
   */
  admit(source: string, authorization: string | undefined): void {
    const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    const expected = this.#configs.get(source)?.webhookToken;
    const isSame = timingSafeEqual(digest(token), digest(expected ?? ''));
    if (expected === undefined || !isSame) {
      throw new AuthenticationError('The alerts are of no source known here');
    }
  }

  async receive(source: string, alerts: WebhookAlert[]): Promise<void> {
    const config = this.#configs.get(source);
    if (!config) {
      throw new NotFoundError(`No source of alerts ${source}`);
    }
    await this.#intake.put(
      { kind: 'alertmanager', id: source },
      alerts.map(fromAlertmanagerWebhook),
      { complete: false, config },
    );
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
