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
import type { Clock } from '../clock';

/**
 * An alert that a Prometheus sends again and again.
 *
 * @public
 */
export interface AlertSpec {
  /** Among them `alertname`. They are its identity. */
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  /** ISO 8601; since when it fires. */
  since: string;
  /** Somebody has silenced it. */
  silenced?: boolean;
}

/** An alert as Prometheus posts it, and as Alertmanager keeps it. */
export interface PostedAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: Date;
  /** When it is over if nobody sends it again. */
  endsAt: Date;
  generatorUrl: string;
}

/** An alert that fires. */
export interface ActiveAlert extends PostedAlert {
  fingerprint: string;
  silenced: boolean;
}

/** How long an alert fires that is sent without an end. */
const RESOLVE_MS = 5 * 60_000;

/** What fires, as an Alertmanager holds it: nothing is told to anybody. */
export class Alertmanager {
  readonly #clock: Clock;
  readonly #standing: AlertSpec[];
  readonly #posted = new Map<string, PostedAlert>();

  constructor(clock: Clock, standing: AlertSpec[] = []) {
    this.#clock = clock;
    this.#standing = standing;
  }

  /** Takes in alerts; one that has ended fires no more. */
  post(alerts: PostedAlert[]): void {
    for (const alert of alerts) {
      this.#posted.set(fingerprintOf(alert.labels), alert);
    }
  }

  /** What fires now, in order of fingerprints. */
  active(): ActiveAlert[] {
    const now = this.#clock.now();
    const byFingerprint = new Map<string, ActiveAlert>();
    for (const { annotations = {}, labels, silenced, since } of this
      .#standing) {
      const fingerprint = fingerprintOf(labels);
      byFingerprint.set(fingerprint, {
        labels,
        annotations,
        startsAt: new Date(since),
        endsAt: this.endOf(now),
        generatorUrl: 'https://prometheus.example.com/graph',
        fingerprint,
        silenced: silenced ?? false,
      });
    }
    for (const [fingerprint, alert] of this.#posted) {
      byFingerprint.set(fingerprint, {
        ...alert,
        fingerprint,
        silenced: false,
      });
    }
    return [...byFingerprint.values()]
      .filter(({ endsAt, startsAt }) => startsAt <= now && now < endsAt)
      .sort((one, other) => (one.fingerprint < other.fingerprint ? -1 : 1));
  }

  /** When an alert that was sent at a time without an end is over. */
  endOf(sentAt: Date): Date {
    return new Date(sentAt.getTime() + RESOLVE_MS);
  }

  now(): Date {
    return this.#clock.now();
  }
}

/** 16 hexadecimal digits, the same for the same labels in any order. */
function fingerprintOf(labels: Record<string, string>): string {
  const sorted = Object.entries(labels).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return createHash('sha256')
    .update(JSON.stringify(sorted))
    .digest('hex')
    .slice(0, 16);
}
