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
  EksFleetRequestsApi,
  RequestAsk,
  RequestCallOptions,
  RequestPreflight,
  RequestPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { templateAsk, type TemplateGround } from './templateAsk';
import type { FormValues, TemplatePurpose } from './types';

export interface PreflightGround extends TemplateGround {
  requests: Pick<
    EksFleetRequestsApi,
    | 'getRequestCurrent'
    | 'getRequestOptions'
    | 'preflightRequest'
    | 'previewRequest'
  >;
}

/** What is asked for, and what the backend says of it. */
export interface TemplateReview {
  ask: RequestAsk;
  preflight: RequestPreflight;
  preview: RequestPreview;
}

/** Whether it may be as it is filled in; nothing while too little is. */
export async function templatePreflight(
  purpose: TemplatePurpose,
  values: FormValues,
  ground: PreflightGround,
  call?: RequestCallOptions,
): Promise<RequestPreflight | undefined> {
  try {
    const ask = await templateAsk(purpose, values, ground);
    return ask && (await ground.requests.preflightRequest(ask, call));
  } catch (error) {
    return { problems: [problemOf(error)] };
  }
}

/** The same with the files that would be written. */
export async function templateReview(
  purpose: TemplatePurpose,
  values: FormValues,
  ground: PreflightGround,
  call?: RequestCallOptions,
): Promise<TemplateReview | undefined> {
  const ask = await templateAsk(purpose, values, ground);
  if (!ask) {
    return undefined;
  }
  const [preflight, preview] = await Promise.all([
    ground.requests.preflightRequest(ask, call),
    ground.requests.previewRequest(ask, call),
  ]);
  return { ask, preflight, preview };
}

/** What is wrong with a field, such as of `network.vpcCidr: no block is free`. */
function problemOf(error: unknown): { field: string; message: string } {
  if (!(error instanceof Error) || error.name !== 'InputError') {
    throw error;
  }
  const [, field, message] = /^([\w.]+): ([^]*)$/.exec(error.message) ?? [];
  return field
    ? { field: `spec.${field}`, message: asSentence(message) }
    : { field: '', message: error.message };
}

function asSentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}
