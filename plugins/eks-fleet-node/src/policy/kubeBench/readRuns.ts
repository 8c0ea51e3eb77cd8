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

import { ObservationFailure } from '../../observation/ObservationFailure';
import { cleanName } from '../common/text';
import type { ControlsDocument, RunDocument } from './documents';
import { splitJson } from './splitJson';

/** Runs of runs are nobody's doing by hand. */
const DEEPEST = 3;
const TOTALS = ['total_pass', 'total_fail', 'total_warn', 'total_info'];
const NODE_FIELDS = ['node', 'node_name', 'nodeName', 'hostname'];

/**
 * The runs in a text: as kube-bench prints one, with or without `Totals`, or
 * several of them in a list or one after the other.
 *
 * @throws ObservationFailure `invalid` where it breaks off, or is something else
 */
export function readRuns(text: string): RunDocument[] {
  const runs = valuesOf(text).flatMap(value => runsOf(value, 0));
  if (runs.length === 0) {
    throw new ObservationFailure(
      'invalid',
      'There is no output of kube-bench: it is empty',
    );
  }
  return runs;
}

function valuesOf(text: string): unknown[] {
  const bare = text.replace(/^\ufeff/, '');
  try {
    return bare.trim() === '' ? [] : [JSON.parse(bare)];
  } catch {
    return splitJson(bare).map(parse);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ObservationFailure(
      'invalid',
      /^\s*[{[]/.test(text)
        ? 'What kube-bench printed is broken JSON, or breaks off'
        : 'What is there is no JSON; kube-bench prints it with `--json`',
      { cause: error },
    );
  }
}

function runsOf(value: unknown, depth: number): RunDocument[] {
  if (Array.isArray(value) && depth < DEEPEST) {
    const controls = value.filter(isControls);
    const others = value.filter(each => !isControls(each));
    return [
      ...(controls.length > 0 ? [{ controls }] : []),
      ...others.flatMap(each => runsOf(each, depth + 1)),
    ];
  }
  if (isControls(value)) {
    return [{ controls: [value], node: nodeOf(value) }];
  }
  if (isObject(value)) {
    if (Array.isArray(value.Controls)) {
      const controls = value.Controls.filter(isControls);
      return [{ controls, node: nodeOf(value) }];
    }
    // `kube-bench` with a target that has no checks prints totals alone.
    if (value.Controls === null || hasTotals(value)) {
      return [{ controls: [], node: nodeOf(value) }];
    }
  }
  throw new ObservationFailure(
    'invalid',
    'What is there is JSON, and none that kube-bench prints',
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isControls(
  value: unknown,
): value is ControlsDocument & Record<string, unknown> {
  return isObject(value) && Array.isArray(value.tests);
}

function hasTotals(value: Record<string, unknown>): boolean {
  const totals = isObject(value.Totals) ? value.Totals : value;
  return TOTALS.some(name => typeof totals[name] === 'number');
}

function nodeOf(value: Record<string, unknown>): string | undefined {
  const field = NODE_FIELDS.find(name => typeof value[name] === 'string');
  return field && cleanName(value[field]);
}
