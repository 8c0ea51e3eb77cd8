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

import type { ReportedObservations } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const TIMEOUT_MS = 60_000;

/**
 * Posts a report. It follows no redirect: the token is for the portal alone.
 *
 * @throws Error with what the portal answered
 */
export async function sendReport(
  report: ReportedObservations,
  options: { portalUrl: URL; arn: string; token: string },
): Promise<void> {
  const { arn, portalUrl, token } = options;
  const url = new URL(portalUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/observations`;
  url.searchParams.set('arn', arn);
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(report),
  });
  const answer = await response.text();
  if (!response.ok) {
    throw new Error(
      `The portal answered ${response.status}: ${wordsOf(answer)}`,
    );
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
