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
  SourceQuery,
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { sourceStates } from '../states';
import { withParams } from './withParams';

/** Which of the sources besides targets are listed. */
export interface SourceView {
  /** All kinds where left out. */
  kind?: string;
  /** Those that are not fresh where left out. */
  state?: SourceState | 'all';
  /** Looked for in the names of clusters. */
  text: string;
  account?: string;
  region?: string;
  /** The one that is open at the side. */
  open?: SourceName;
}

/** What names a source over reloads: a cluster, and by which path it is seen. */
export interface SourceName {
  kind: string;
  arn: string;
}

const NOT_FRESH = Object.keys(sourceStates).filter(state => state !== 'fresh');

export function parseSourceView(params: URLSearchParams): SourceView {
  const state = params.get('sourceState');
  const [, kind, arn] =
    /^([^/]+)\/(.+)$/.exec(params.get('source') ?? '') ?? [];
  return {
    kind: params.get('kind') || undefined,
    state: state !== null && isState(state) ? state : undefined,
    text: params.get('cluster') ?? '',
    account: params.get('account') || undefined,
    region: params.get('region') || undefined,
    open: kind && arn ? { kind, arn } : undefined,
  };
}

/** Writes the view into the address, beside whatever else stands there. */
export function formatSourceView(
  view: SourceView,
  params: URLSearchParams,
): URLSearchParams {
  const { open } = view;
  return withParams(params, {
    kind: view.kind,
    sourceState: view.state,
    cluster: view.text,
    account: view.account,
    region: view.region,
    source: open && `${open.kind}/${open.arn}`,
  });
}

/** The question to the backend. */
export function toSourceQuery(view: SourceView): SourceQuery {
  const { kind, state, account, region } = view;
  const filter = {
    ...(kind && { kind: [kind] }),
    ...(state !== 'all' && { state: state ? [state] : NOT_FRESH }),
    ...(account && { account: [account] }),
    ...(region && { region: [region] }),
  };
  return {
    filter: Object.keys(filter).length ? filter : undefined,
    fullTextFilterTerm: view.text || undefined,
  };
}

function isState(state: string): state is SourceState | 'all' {
  return state === 'all' || Object.hasOwn(sourceStates, state);
}
