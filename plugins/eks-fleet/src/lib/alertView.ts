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

import type { AlertQuery } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { alertSeverities, alertStates, type AlertState } from '../states';

/** What the Alerts page shows. All of it lives in the URL. */
export interface AlertView {
  text: string;
  /** Values by key; one of a key's values must hold, for each key. */
  filter: Partial<Record<AlertFilter, string[]>>;
  /** The one that is open at the side. */
  open?: AlertName;
}

/** What tells alerts apart. */
export interface AlertName {
  source: string;
  fingerprint: string;
}

export const ALERT_FILTERS = [
  'state',
  'severity',
  'environment',
  'owner',
  'from',
  'name',
  'cluster',
] as const;

export type AlertFilter = (typeof ALERT_FILTERS)[number];

/** `source` names the alert that is open, so its filter is called otherwise. */
const ASKED: Partial<Record<AlertFilter, string>> = { from: 'source' };

/** Reads a view from the URL; what is unknown there is left out. */
export function parseAlertView(params: URLSearchParams): AlertView {
  const filter: AlertView['filter'] = {};
  for (const key of ALERT_FILTERS) {
    const values = [...new Set(params.getAll(key))].filter(
      value => value && isKnown(key, value),
    );
    if (values.length) {
      filter[key] = values;
    }
  }
  const source = params.get('source');
  const fingerprint = params.get('fingerprint');
  return {
    text: params.get('q') ?? '',
    filter,
    open: source && fingerprint ? { source, fingerprint } : undefined,
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatAlertView(view: Partial<AlertView>): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of ALERT_FILTERS) {
    for (const value of view.filter?.[key] ?? []) {
      params.append(key, value);
    }
  }
  if (view.text) {
    params.set('q', view.text);
  }
  if (view.open) {
    params.set('source', view.open.source);
    params.set('fingerprint', view.open.fingerprint);
  }
  return params;
}

/** What a view asks of the backend; without a state that is what fires or is silenced. */
export function toAlertQuery(view: AlertView): AlertQuery {
  const filter = Object.fromEntries(
    Object.entries(view.filter).map(([key, values]) => [
      ASKED[key as AlertFilter] ?? key,
      values,
    ]),
  );
  return {
    filter: Object.keys(filter).length ? filter : undefined,
    fullTextFilterTerm: view.text.trim() || undefined,
  };
}

/** Whether a view leaves anything out. */
export function isAlertFiltered(view: AlertView): boolean {
  return Boolean(view.text) || Object.keys(view.filter).length > 0;
}

export const ALERT_STATES = Object.keys(alertStates) as AlertState[];

function isKnown(key: AlertFilter, value: string): boolean {
  switch (key) {
    case 'state':
      return Object.hasOwn(alertStates, value);
    case 'severity':
      return Object.hasOwn(alertSeverities, value);
    default:
      return true;
  }
}
