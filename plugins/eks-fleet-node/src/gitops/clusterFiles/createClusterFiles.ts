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
  checkClusterSpec,
  type ClusterSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { EditRefusal } from '../edits/types';
import type { ProposedFile } from '../proposals/types';
import { changesOf, refuseOtherCluster, refuseUnlessSame } from './changesOf';
import { fileText } from './fileText';
import { deviationsOf, readDocuments } from './foundDocuments';
import { problemOfSettings, problemsOfSettings } from './settings';
import {
  ClusterSpecRefusal,
  type ClusterFileContext,
  type ClusterFileText,
  type ClusterFormat,
  type ParsedClusterFiles,
} from './types';

/**
 * What a provisioner does with whole bills of materials.
 *
 * @public
 */
export interface ClusterFiles {
  /** Why it cannot do with these settings, in words that follow `…settings`. */
  problemOfSettings(
    settings: ClusterFileContext['settings'],
  ): string | undefined;
  /**
   * The files of a cluster that has none yet.
   *
   * @throws ClusterSpecRefusal for what cannot be said in them
   */
  render(spec: ClusterSpec, context: ClusterFileContext): ClusterFileText[];
  /**
   * What files say of a cluster.
   *
   * @throws EditRefusal where a file is not what its name says
   */
  parse(
    files: readonly ClusterFileText[],
    context: ClusterFileContext,
  ): ParsedClusterFiles;
  /**
   * What makes of files that say one thing files that say another, and leaves
   * alone what people wrote besides.
   *
   * @throws ClusterSpecRefusal for what cannot be said in them
   * @throws EditRefusal where they do not say what they are expected to say
   */
  change(
    before: ClusterSpec,
    after: ClusterSpec,
    files: readonly ClusterFileText[],
    context: ClusterFileContext,
  ): ProposedFile[];
}

/** The same for every tool, from how it writes a cluster as plain data. */
export function createClusterFiles(format: ClusterFormat): ClusterFiles {
  const documentsOf = (spec: ClusterSpec, context: ClusterFileContext) => {
    if (!format.endings.test(context.path)) {
      throw new ClusterSpecRefusal([
        {
          field: 'path',
          message: `${context.path} must end in ${endingsOf(format)}`,
        },
      ]);
    }
    const ofSettings = problemsOfSettings(format, context.settings);
    if (ofSettings.length > 0) {
      throw new ClusterSpecRefusal(ofSettings);
    }
    const checked = checkClusterSpec(spec);
    const problems =
      'problems' in checked
        ? checked.problems
        : format.refuse(checked.spec, context.settings);
    if (problems.length > 0 || 'problems' in checked) {
      throw new ClusterSpecRefusal(problems);
    }
    return format.write(checked.spec, context.settings);
  };
  const parse: ClusterFiles['parse'] = (files, context) => {
    const found = readDocuments(files);
    const understood = format.read(found.map(({ document }) => document));
    const checked = checkClusterSpec(understood);
    if ('problems' in checked) {
      return { understood, problems: checked.problems, deviations: [] };
    }
    const { spec } = checked;
    const problems = format.refuse(spec, context.settings);
    if (problems.length > 0) {
      return { understood, problems, deviations: [] };
    }
    const expected = format.write(spec, context.settings);
    return {
      spec,
      understood,
      problems,
      deviations: deviationsOf(format, found, expected, context.path),
    };
  };
  return {
    problemOfSettings: settings => problemOfSettings(format, settings),
    render: (spec, context) => [
      {
        path: context.path,
        text: fileText(context.path, documentsOf(spec, context)),
      },
    ],
    parse,
    change(before, after, files, context) {
      refuseOtherCluster(before, after);
      const { problems, spec } = parse(files, context);
      if (!spec) {
        const said = problems.map(
          ({ field, message }) => `${field} ${message}`,
        );
        throw new EditRefusal('notUnderstood', said.join('; '));
      }
      refuseUnlessSame(before, spec);
      return changesOf(
        format,
        readDocuments(files),
        documentsOf(before, context),
        documentsOf(after, context),
        context.path,
      );
    },
  };
}

function endingsOf({ endings }: ClusterFormat): string {
  return endings.source.includes('json') ? '.tfvars.json' : '.yaml or .yml';
}
