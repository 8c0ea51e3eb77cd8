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

import type { KubernetesObject } from './objects/KubernetesObject';

/** A column as the API server describes it. */
export interface TableColumn {
  name: string;
  type: 'boolean' | 'date' | 'integer' | 'string';
  format: string;
  description: string;
  priority: number;
}

interface PrinterColumn {
  name: string;
  type: TableColumn['type'];
  /** Path in the object; keys that hold dots are one element. */
  path: string[];
  description?: string;
  priority?: number;
}

const AGE: PrinterColumn = {
  name: 'Age',
  type: 'date',
  path: ['metadata', 'creationTimestamp'],
};

const COUNTS = ['Pass', 'Fail', 'Warn', 'Error', 'Skip'].map(
  (name): PrinterColumn => ({
    name,
    type: 'integer',
    path: ['summary', name.toLowerCase()],
  }),
);

/** The second column of this name: the first is the report's own. */
const REPORT_COLUMNS: PrinterColumn[] = [
  { name: 'Kind', type: 'string', path: ['scope', 'kind'] },
  { name: 'Name', type: 'string', path: ['scope', 'name'] },
  ...COUNTS,
  AGE,
];

const CONSTRAINT_COLUMNS: PrinterColumn[] = [
  {
    name: 'enforcement-action',
    type: 'string',
    path: ['spec', 'enforcementAction'],
    description: 'Type of enforcement action',
  },
  {
    name: 'total-violations',
    type: 'integer',
    path: ['status', 'totalViolations'],
    description: 'Total number of violations',
  },
];

/** Printer columns by resource and group, as the definitions have them. */
const COLUMNS: Record<string, PrinterColumn[]> = {
  'clusterpolicies.kyverno.io': [
    { name: 'ADMISSION', type: 'boolean', path: ['spec', 'admission'] },
    { name: 'BACKGROUND', type: 'boolean', path: ['spec', 'background'] },
    { ...AGE, name: 'AGE' },
  ],
  'clusterpolicyreports.wgpolicyk8s.io': REPORT_COLUMNS,
  'clusterreports.openreports.io': REPORT_COLUMNS,
  'policyreports.wgpolicyk8s.io': REPORT_COLUMNS,
  'reports.openreports.io': REPORT_COLUMNS,
  'validatingpolicies.policies.kyverno.io': [
    { ...AGE, name: 'AGE' },
    {
      name: 'READY',
      type: 'boolean',
      path: ['status', 'conditionStatus', 'ready'],
    },
  ],
};

/** The columns of a resource that has none of its own: its name and age. */
function columnsOf(resource: string): PrinterColumn[] {
  return resource.endsWith('.constraints.gatekeeper.sh')
    ? CONSTRAINT_COLUMNS
    : COLUMNS[resource] ?? [AGE];
}

const TYPE = /^application\/json;(.*;)?as=Table(;|$)/;

/** Whether the first type that the API server can answer is a Table. */
export function asksForTable(accept: string | undefined): boolean {
  const [first = ''] = (accept ?? '').split(',');
  const compact = first.replace(/\s/g, '');
  return (
    TYPE.test(compact) &&
    /;v=v1(;|$)/.test(compact) &&
    /;g=meta\.k8s\.io(;|$)/.test(compact)
  );
}

/**
 * A list, or one object, as `kubectl get` prints it.
 *
 * @param includeObject - what each row carries: `Metadata` by default
 */
export function tableOf(
  resource: string,
  list: { metadata: unknown; items: KubernetesObject[] },
  options: {
    now: Date;
    includeObject: string | null;
    kind: string;
    apiVersion: string;
  },
): unknown {
  const { now, includeObject, kind, apiVersion } = options;
  const columns = columnsOf(resource);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: list.metadata,
    columnDefinitions: [
      {
        name: 'Name',
        type: 'string',
        format: 'name',
        description:
          'Name must be unique within a namespace. Is required when creating resources.',
        priority: 0,
      },
      ...columns.map(({ name, type, description = '', priority = 0 }) => ({
        name,
        type,
        format: '',
        description,
        priority,
      })),
    ],
    rows: list.items.map(item => ({
      cells: [
        item.metadata.name,
        ...columns.map(column => cellOf(column, item, now)),
      ],
      ...rowObject(item, includeObject, { kind, apiVersion }),
    })),
  };
}

function rowObject(
  item: KubernetesObject,
  includeObject: string | null,
  type: { kind: string; apiVersion: string },
) {
  switch (includeObject) {
    case 'None':
      return {};
    case 'Object':
      return { object: { ...type, ...item } };
    default:
      return {
        object: {
          kind: 'PartialObjectMetadata',
          apiVersion: 'meta.k8s.io/v1',
          metadata: item.metadata,
        },
      };
  }
}

function cellOf(
  { type, path }: PrinterColumn,
  object: KubernetesObject,
  now: Date,
): unknown {
  const value = path.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    object,
  );
  if (value === undefined || value === null) {
    return null;
  }
  return type === 'date' ? humanAge(String(value), now) : value;
}

/** As `duration.HumanDuration` of apimachinery, for what is older than minutes. */
function humanAge(since: string, now: Date): string {
  const seconds = Math.floor((now.getTime() - Date.parse(since)) / 1000);
  if (Number.isNaN(seconds)) {
    return '<invalid>';
  }
  if (seconds < 120) {
    return `${Math.max(0, seconds)}s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 180) {
    return `${minutes}m`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return `${hours}h`;
  }
  const days = Math.floor(hours / 24);
  return days < 730 ? `${days}d` : `${Math.floor(days / 365)}y`;
}
