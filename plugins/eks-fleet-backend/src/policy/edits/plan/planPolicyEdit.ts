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
  PolicyChange,
  PolicyEditProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  diffLines,
  editLayer,
  EditRefusal,
  judgeLayerEdit,
  LayerProblem,
  mergeLayers,
  mergeLayerValues,
  planLayerEdit,
  rememberLayers,
  withEdited,
  type LayerReader,
  type PolicyLayer,
  type PolicyLayerEdit,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterEffect, EditedFile } from '../types';
import {
  newProblems,
  type ChartSchema,
  type SchemaProblem,
} from './ChartSchema';
import { problemsOfChange } from './problemsOfChange';
import { settingOf } from './settingOf';
import { toLayerEdit } from './toLayerEdit';

/** What an edit is planned by. */
export interface EditGround {
  /** Those that the edited layers reach, with the paths of all of their layers. */
  clusters: Array<{ arn: string; paths: string[] }>;
  /** Of all layers; of one that is not there, nothing. */
  texts: ReadonlyMap<string, string | undefined>;
  /** Left out where the chart has none. */
  schema?: ChartSchema;
  /** Paths of the layers that are edited. */
  edited: string[];
}

/** What an edit would write, and what that does on each cluster. */
export interface EditPlan {
  problems: PolicyEditProblem[];
  files: EditedFile[];
  diff: string;
  /** By ARN. */
  effects: Map<string, ClusterEffect>;
}

interface Judged {
  effect: ClusterEffect;
  problems: PolicyEditProblem[];
}

/** Where the file says so already, and another one is edited. */
const UNTOUCHED: Judged = { effect: { effect: 'same' }, problems: [] };

/** Holds an edit of layers against Git and the chart, for every cluster that it reaches. Pure. */
export function planPolicyEdit(
  policy: string,
  change: PolicyChange,
  ground: EditGround,
): EditPlan {
  const problems = problemsOfChange(policy, change, ground.schema);
  const nothing = { files: [], diff: '', effects: new Map() };
  if (problems.length > 0) {
    return { ...nothing, problems };
  }
  const read = rememberLayers();
  const files: EditedFile[] = [];
  const after = new Map<string, string>();
  const edits = new Map<string, PolicyLayerEdit>();
  for (const path of ground.edited) {
    const text = ground.texts.get(path);
    const edit = toLayerEdit(policy, change, isOn(policy, path, ground, read));
    try {
      const values = planLayerEdit(text, edit);
      if (values.length > 0) {
        files.push({ path, values });
        after.set(path, editLayer(text, edit));
        edits.set(path, edit);
      }
    } catch (error) {
      if (!(error instanceof EditRefusal)) {
        throw error;
      }
      problems.push({ field: 'layer', message: `${path}: ${error.message}` });
    }
  }
  if (problems.length > 0) {
    return { ...nothing, problems };
  }
  if (files.length === 0) {
    const message = 'says what is in Git already; nothing would be written';
    return { ...nothing, problems: [{ field: 'change', message }] };
  }
  const diff = [...after]
    .map(([path, text]) => diffLines(path, ground.texts.get(path), text))
    .join('');
  const effects = new Map<string, ClusterEffect>();
  const judged = new Map<string, Judged>();
  const refused = new Map<string, PolicyEditProblem>();
  for (const { arn, paths } of ground.clusters) {
    const layers = paths.map(path => ({ path, text: ground.texts.get(path) }));
    // Clusters differ by the layers that are there, which most of them share.
    const key = JSON.stringify(
      paths.filter(path => after.has(path) || ground.texts.get(path)),
    );
    const edit = edits.get(paths.findLast(path => edits.has(path)) ?? '');
    const found =
      judged.get(key) ??
      (edit ? judge(layers, edit, after, ground, read) : UNTOUCHED);
    judged.set(key, found);
    effects.set(arn, found.effect);
    for (const problem of found.problems) {
      refused.set(JSON.stringify(problem), problem);
    }
  }
  return { problems: [...refused.values()], files, diff, effects };
}

function judge(
  layers: PolicyLayer[],
  edit: PolicyLayerEdit,
  after: ReadonlyMap<string, string>,
  { schema }: EditGround,
  read: LayerReader,
): Judged {
  let found;
  try {
    found = judgeLayerEdit(layers, edit, after, read);
  } catch (error) {
    if (!(error instanceof LayerProblem)) {
      throw error;
    }
    const problem = { field: 'change', message: error.message };
    return { effect: { effect: 'unknown' }, problems: [problem] };
  }
  if (found.kind === 'unknown') {
    const effect = { effect: found.kind, problem: found.problem };
    return { effect, problems: [] };
  }
  const { engine, kind, overriddenBy } = found;
  const problems = schema
    ? newProblems(
        schema.problemsOf(mergeLayerValues(layers, read)),
        schema.problemsOf(mergeLayerValues(withEdited(layers, after), read)),
      )
    : [];
  return {
    effect: {
      effect: kind,
      engine,
      before: settingOf(found.before, found.after),
      after: settingOf(found.after, found.before),
      ...(overriddenBy.length > 0 && { overriddenBy }),
    },
    problems: problems.map(problem => toProblem(edit.policy, problem)),
  };
}

/** A problem of the policy's own values is one of what was asked for. */
function toProblem(
  policy: string,
  { message, pointer }: SchemaProblem,
): PolicyEditProblem {
  const own = `/policies/${policy}/`;
  return pointer.startsWith(own)
    ? {
        field: `change.${pointer.slice(own.length).replaceAll('/', '.')}`,
        message,
      }
    : { field: 'change', message: `${pointer || 'values'} ${message}` };
}

/** Whether all clusters of a layer have the policy on by it and the layers below it. */
function isOn(
  policy: string,
  path: string,
  { clusters, texts }: EditGround,
  read: LayerReader,
): boolean {
  const reached = clusters.filter(({ paths }) => paths.includes(path));
  const lower = new Map(
    reached.map(({ paths }) => {
      const upTo = paths.slice(0, paths.indexOf(path) + 1);
      return [JSON.stringify(upTo), upTo] as const;
    }),
  );
  return [...lower.values()].every(upTo => {
    try {
      const layers = upTo.map(each => ({ path: each, text: texts.get(each) }));
      return mergeLayers(layers, read).policies.some(
        ({ enabled, name }) => name === policy && enabled,
      );
    } catch (error) {
      if (error instanceof LayerProblem) {
        return false;
      }
      throw error;
    }
  });
}
