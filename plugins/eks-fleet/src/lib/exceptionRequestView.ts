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
  ExceptionRequestQuery,
  ExceptionRequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { exceptionRequestStates } from '../states/exceptionRequestStates';
import { appendValues, parseValues } from './urlFilter';

/** What the requests for exceptions show. All of it lives in the URL. */
export interface ExceptionRequestView {
  states: ExceptionRequestState[];
  /** ARN of a cluster. */
  cluster?: string;
  /** Only those that the reader asked for. */
  mine: boolean;
  /** Only those that the reader may decide now. */
  waitsForMe: boolean;
  /** Id of the one that is open at the side. */
  request?: string;
}

const STATE = ['state'] as const;
const KNOWN = { state: Object.keys(exceptionRequestStates) };

/** Whether an address of the Exceptions page asks for the requests. */
export function namesRequests(params: URLSearchParams): boolean {
  return params.get('tab') === 'requests' || Boolean(params.get('request'));
}

/** Reads a view from the URL; what is unknown there is left out. */
export function parseExceptionRequestView(
  params: URLSearchParams,
): ExceptionRequestView {
  const { state = [] } = parseValues(params, STATE, KNOWN);
  return {
    states: state as ExceptionRequestState[],
    cluster: params.get('cluster') || undefined,
    mine: params.get('mine') === 'true',
    waitsForMe: params.get('waits') === 'me',
    request: params.get('request') || undefined,
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatExceptionRequestView(
  view: Partial<ExceptionRequestView>,
): URLSearchParams {
  const params = new URLSearchParams({ tab: 'requests' });
  appendValues(params, STATE, { state: view.states });
  if (view.cluster) {
    params.set('cluster', view.cluster);
  }
  if (view.mine) {
    params.set('mine', 'true');
  }
  if (view.waitsForMe) {
    params.set('waits', 'me');
  }
  if (view.request) {
    params.set('request', view.request);
  }
  return params;
}

/** What a view asks of the backend. */
export function toExceptionRequestQuery(
  view: ExceptionRequestView,
): ExceptionRequestQuery {
  return {
    states: view.states.length ? view.states : undefined,
    cluster: view.cluster,
    mine: view.mine || undefined,
    waitsForMe: view.waitsForMe || undefined,
  };
}

/** Whether a view leaves anything out. */
export function isRequestFiltered(view: ExceptionRequestView): boolean {
  return (
    view.states.length > 0 ||
    Boolean(view.cluster) ||
    view.mine ||
    view.waitsForMe
  );
}
