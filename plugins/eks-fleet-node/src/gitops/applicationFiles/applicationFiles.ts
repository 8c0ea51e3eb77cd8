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

import {
  checkApplicationSpec,
  type ApplicationSpec,
  type SpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { changesOf, refuseUnlessEqual } from '../clusterFiles/changesOf';
import { fileText } from '../clusterFiles/fileText';
import { deviationsOf, readDocuments } from '../clusterFiles/foundDocuments';
import { SpecRefusal, type ClusterFileText } from '../clusterFiles/types';
import { placeOfApplication } from '../config/locateApplication';
import type { ApplicationPlace } from '../config/types';
import { problemsOfRequestId } from '../namespaceFiles/refusals';
import { EditRefusal } from '../edits/types';
import type { ProposedFile } from '../proposals/types';
import { readEntry, readRequestId, writeEntry } from './entry';
import type { ApplicationFileContext, ParsedApplicationFile } from './types';

/** The field that says each part of a path. */
const FIELDS: Record<keyof ApplicationPlace, string> = {
  team: 'owner',
  application: 'name',
  environment: 'environment',
};

/** There is one entry in a file. */
const format = { identify: () => 'entry' };

/**
 * The file of an application that has none yet.
 *
 * @throws SpecRefusal for what is wrong, or cannot be said in it
 * @public
 */
export function renderApplication(
  given: ApplicationSpec,
  context: ApplicationFileContext,
): ClusterFileText[] {
  const { path, requestId } = context;
  const entry = writeEntry(writable(given, context), requestId);
  return [{ path, text: fileText(path, [entry]) }];
}

/**
 * What a file says of an application.
 *
 * @throws EditRefusal where it is not what its name says
 * @public
 */
export function parseApplication(
  files: readonly ClusterFileText[],
  context: ApplicationFileContext,
): ParsedApplicationFile {
  const found = readDocuments(files);
  if (found.length > 1) {
    throw new EditRefusal(
      'notUnderstood',
      `${context.path} is of several entries`,
    );
  }
  const entry = found[0]?.document ?? {};
  const understood = readEntry(entry, context.place);
  const requestId = readRequestId(entry);
  const result = { understood, ...(requestId !== undefined && { requestId }) };
  const checked = checkApplicationSpec(understood);
  const problems =
    'problems' in checked
      ? checked.problems
      : problemsOf(checked.spec, { ...context, requestId });
  if ('problems' in checked || problems.length > 0) {
    return { ...result, problems, deviations: [] };
  }
  const { spec } = checked;
  return {
    ...result,
    spec,
    problems,
    deviations: deviationsOf(
      format,
      found,
      [writeEntry(spec, requestId)],
      context.path,
    ),
  };
}

/**
 * What makes of a file that says one thing a file that says another, and leaves
 * alone what people wrote besides.
 *
 * @throws SpecRefusal for what is wrong, or cannot be said in it
 * @throws EditRefusal where it does not say what it is expected to say
 * @public
 */
export function changeApplication(
  givenBefore: ApplicationSpec,
  givenAfter: ApplicationSpec,
  files: readonly ClusterFileText[],
  context: ApplicationFileContext,
): ProposedFile[] {
  const before = writable(givenBefore, context);
  const after = writable(givenAfter, context);
  const { requestId } = parsedAs(before, files, context);
  const edits = (id: string | undefined) =>
    changesOf(
      format,
      readDocuments(files),
      [writeEntry(before, requestId)],
      [writeEntry(after, id)],
      context.path,
    );
  // A request that changes nothing leaves no trace.
  return edits(requestId).length > 0
    ? edits(context.requestId ?? requestId)
    : [];
}

/**
 * Takes away the file of an application that is marked `deleting`: without the
 * mark, which makes what runs go, it would go on without a file.
 *
 * @throws SpecRefusal where it is not marked
 * @throws EditRefusal where the file does not say what it is expected to say
 * @public
 */
export function removeApplication(
  given: ApplicationSpec,
  files: readonly ClusterFileText[],
  context: ApplicationFileContext,
): ProposedFile[] {
  const spec = writable(given, context);
  if (spec.lifecycle !== 'deleting') {
    throw new SpecRefusal([
      {
        field: 'lifecycle',
        message: 'must be deleting before its file is taken away',
      },
    ]);
  }
  parsedAs(spec, files, context);
  return files.map(({ path }) => ({ path, remove: true }));
}

/** Who asks for a change has seen a state, and that state must be there. */
function parsedAs(
  before: ApplicationSpec,
  files: readonly ClusterFileText[],
  context: ApplicationFileContext,
): ParsedApplicationFile {
  const parsed = parseApplication(files, context);
  if (!parsed.spec) {
    const said = parsed.problems.map(
      ({ field, message }) => `${field} ${message}`,
    );
    throw new EditRefusal('notUnderstood', said.join('; '));
  }
  refuseUnlessEqual(before, parsed.spec);
  return parsed;
}

function writable(
  given: ApplicationSpec,
  context: ApplicationFileContext,
): ApplicationSpec {
  const checked = checkApplicationSpec(given);
  const problems =
    'problems' in checked
      ? checked.problems
      : problemsOf(checked.spec, context);
  if ('problems' in checked || problems.length > 0) {
    throw new SpecRefusal(problems);
  }
  return checked.spec;
}

/** Where an application is other than its path says: the path decides. */
function problemsOf(
  spec: ApplicationSpec,
  { place, requestId }: Pick<ApplicationFileContext, 'place' | 'requestId'>,
): SpecProblem[] {
  const own = placeOfApplication(spec);
  const elsewhere = (Object.keys(FIELDS) as (keyof ApplicationPlace)[])
    .filter(part => own[part] !== place[part])
    .map(part => ({
      field: FIELDS[part],
      message: `must be of ${place[part]}, as the path says`,
    }));
  return [...elsewhere, ...problemsOfRequestId(requestId)];
}
