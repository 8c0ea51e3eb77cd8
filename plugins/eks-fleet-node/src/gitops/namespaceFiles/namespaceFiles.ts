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
  checkNamespaceSpec,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { changesOf, refuseUnlessEqual } from '../clusterFiles/changesOf';
import { fileText } from '../clusterFiles/fileText';
import {
  deviationsOf,
  readDocuments as readFiles,
} from '../clusterFiles/foundDocuments';
import { identity } from '../clusterFiles/formats/manifests';
import {
  SpecRefusal,
  type ClusterFileText,
  type FileDocument,
} from '../clusterFiles/types';
import { EditRefusal } from '../edits/types';
import type { ProposedFile } from '../proposals/types';
import { partsInCluster, withoutClusterParts } from './clusterParts';
import { readDocuments, readRequestId } from './readDocuments';
import {
  problemsOfContext,
  problemsOfPlace,
  refuseOther,
  writable,
} from './refusals';
import {
  NAMESPACE_FILE,
  PROJECT_FILE,
  type NamespaceFileContext,
  type ParsedNamespaceFiles,
} from './types';
import { writeDocuments } from './writeDocuments';

const FILES = [NAMESPACE_FILE, PROJECT_FILE] as const;

const format = {
  identify: (document: FileDocument) => identity(document, 'metadata', 'name'),
};

/**
 * Paths of a namespace's files.
 *
 * @public
 */
export function namespaceFilePaths({
  directory,
}: Pick<NamespaceFileContext, 'directory'>): string[] {
  return FILES.map(name => `${directory}/${name}`);
}

/**
 * The files of a namespace that has none yet. What it has in AWS is in its
 * cluster's file: `changeClusterOfNamespace`.
 *
 * @throws SpecRefusal for what is wrong, or cannot be said in them
 * @public
 */
export function renderNamespace(
  given: NamespaceSpec,
  context: NamespaceFileContext,
): ClusterFileText[] {
  const spec = writable(given, context);
  const documents = writeDocuments(spec, context.settings, context.requestId);
  return FILES.map(name => {
    const path = `${context.directory}/${name}`;
    return { path, text: fileText(path, documents[name]) };
  });
}

/**
 * What files say of a namespace.
 *
 * @throws EditRefusal where a file is not what its name says
 * @public
 */
export function parseNamespace(
  files: readonly ClusterFileText[],
  context: NamespaceFileContext,
): ParsedNamespaceFiles {
  const found = readFiles(files);
  const documents = found.map(({ document }) => document);
  const fromFiles = readDocuments(documents, context.place);
  const inCluster =
    context.cluster && partsInCluster(context.cluster, context.place.namespace);
  const understood = {
    ...fromFiles,
    ...(inCluster && {
      access: [...(fromFiles.access as unknown[]), ...inCluster.access],
      podIdentityAssociations: inCluster.podIdentityAssociations,
    }),
  };
  const requestId = readRequestId(documents);
  const result = { understood, ...(requestId !== undefined && { requestId }) };
  const checked = checkNamespaceSpec(understood);
  const problems =
    'problems' in checked
      ? checked.problems
      : [
          ...problemsOfPlace(checked.spec, context.place),
          ...problemsOfContext(checked.spec, { ...context, requestId }),
        ];
  if ('problems' in checked || problems.length > 0) {
    return { ...result, problems, deviations: [] };
  }
  const { spec } = checked;
  const expected = writeDocuments(spec, context.settings, requestId);
  return {
    ...result,
    spec,
    problems,
    deviations: FILES.flatMap(name => {
      const path = `${context.directory}/${name}`;
      return deviationsOf(
        format,
        found.filter(each => each.path === path),
        expected[name],
        path,
      );
    }),
  };
}

/**
 * What makes of files that say one thing files that say another, and leaves
 * alone what people wrote besides.
 *
 * @throws SpecRefusal for what is wrong, or cannot be said in them
 * @throws EditRefusal where they do not say what they are expected to say
 * @public
 */
export function changeNamespace(
  givenBefore: NamespaceSpec,
  givenAfter: NamespaceSpec,
  files: readonly ClusterFileText[],
  context: NamespaceFileContext,
): ProposedFile[] {
  const before = writable(givenBefore, context);
  const after = writable(givenAfter, context);
  refuseOther(before, after);
  const { requestId } = parsedAs(before, files, context);
  const found = readFiles(files);
  const edits = (id: string | undefined) => {
    const from = writeDocuments(before, context.settings, requestId);
    const to = writeDocuments(after, context.settings, id);
    return FILES.flatMap(name => {
      const path = `${context.directory}/${name}`;
      const own = found.filter(each => each.path === path);
      return changesOf(format, own, from[name], to[name], path);
    });
  };
  // A request that changes nothing in these files leaves no trace in them.
  return edits(requestId).length > 0
    ? edits(context.requestId ?? requestId)
    : [];
}

/**
 * Takes away the files of a namespace, which is what follows once it is gone
 * from its cluster. Only those that let go of it already can be.
 *
 * @throws SpecRefusal where its life cycle is not `deleting`
 * @throws EditRefusal where files do not say what they are expected to say
 * @public
 */
export function removeNamespace(
  given: NamespaceSpec,
  files: readonly ClusterFileText[],
  context: NamespaceFileContext,
): ProposedFile[] {
  const spec = writable(given, context);
  if (spec.lifecycle !== 'deleting') {
    throw new SpecRefusal([
      {
        field: 'lifecycle',
        message:
          'must be deleting in Git before files go; absence deletes nothing',
      },
    ]);
  }
  parsedAs(spec, files, context);
  return files.map(({ path }) => ({ path, remove: true }));
}

/** Who asks for a change has seen a state, and that state must be there. */
function parsedAs(
  before: NamespaceSpec,
  files: readonly ClusterFileText[],
  context: NamespaceFileContext,
): ParsedNamespaceFiles {
  const parsed = parseNamespace(files, { ...context, cluster: undefined });
  if (!parsed.spec) {
    const said = parsed.problems.map(
      ({ field, message }) => `${field} ${message}`,
    );
    throw new EditRefusal('notUnderstood', said.join('; '));
  }
  refuseUnlessEqual(withoutClusterParts(before), parsed.spec);
  return parsed;
}
