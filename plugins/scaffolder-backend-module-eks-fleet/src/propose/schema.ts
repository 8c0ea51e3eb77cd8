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

import type { Zod } from '../zod';

const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 10_000;

const pathOf = (z: Zod) =>
  z
    .string()
    .min(1)
    .describe('Path below the root of the repository; nothing hidden');

const pointerOf = (z: Zod) =>
  z
    .string()
    .describe('JSON pointer (RFC 6901) of the value, such as `/spec/version`');

const fieldEdits = (z: Zod) =>
  z
    .array(
      z
        .object({
          document: z
            .number()
            .int()
            .min(0)
            .optional()
            .describe('Of the documents in a YAML file, from 0; 0 by default'),
          pointer: pointerOf(z),
          from: z
            .union([z.string(), z.number(), z.boolean()])
            .describe('What it must be now'),
          to: z
            .union([z.string(), z.number(), z.boolean()])
            .describe('What it is to be'),
        })
        .strict(),
    )
    .min(1)
    .optional()
    .describe(
      'Single values of a JSON, YAML or .tfvars file; nothing else of the file changes',
    );

const valueEdits = (z: Zod) =>
  z
    .array(
      z
        .object({
          manifest: z
            .object({
              kind: z.string().min(1),
              name: z.string().min(1).describe('`metadata.name`'),
            })
            .strict()
            .optional()
            .describe('Which manifest of a YAML file that has several'),
          pointer: pointerOf(z),
          from: z
            .any()
            .optional()
            .describe('What it must be now; without, there must be none'),
          to: z
            .any()
            .optional()
            .describe('What it is to be; without, it is taken away'),
        })
        .strict(),
    )
    .min(1)
    .optional()
    .describe(
      'Values of any kind in a YAML or JSON file, made with the file where they are not there',
    );

const entryEdits = (z: Zod) =>
  z
    .array(
      z
        .object({
          pointer: pointerOf(z),
          add: z.record(z.any()).optional().describe('The entry to be there'),
          remove: z
            .record(z.any())
            .optional()
            .describe('The entry that must be there, and is to be gone'),
        })
        .strict(),
    )
    .min(1)
    .optional()
    .describe('Entries of maps in a YAML file');

export const inputSchema = {
  repository: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z0-9-]{1,63}$/)
      .describe(
        'Id of a fleet repository, as in `eksFleet.fleetRepositories[].id`; never an address',
      ),
  name: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
      .describe(
        'Of what is proposed, such as `orders-quota`: lower-case letters, digits and dashes. The branch is made from it, and the same name means the same pull request',
      ),
  title: (z: Zod) =>
    z
      .string()
      .min(1)
      .max(LONGEST_TITLE)
      .describe('Of the pull request and of its commits; one line'),
  description: (z: Zod) =>
    z
      .string()
      .max(LONGEST_DESCRIPTION)
      .optional()
      .describe('Why, for who reviews it; plain text, in which lines stay'),
  sourcePath: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Folder of the workspace whose files are proposed'),
  targetPath: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Folder of the repository for the files of `sourcePath`; its root by default',
      ),
  files: (z: Zod) =>
    z
      .array(
        z
          .object({
            path: pathOf(z),
            content: z.string().describe('The whole text, as it is'),
          })
          .strict(),
      )
      .optional()
      .describe('Files that are given here'),
  replaceExisting: (z: Zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether files of `sourcePath` and `files` may take the place of other ones; refused by default',
      ),
  deletions: (z: Zod) =>
    z.array(pathOf(z)).optional().describe('Files that are to be gone'),
  edits: (z: Zod) =>
    z
      .array(
        z
          .object({
            path: pathOf(z),
            fields: fieldEdits(z),
            values: valueEdits(z),
            entries: entryEdits(z),
          })
          .strict(),
      )
      .optional()
      .describe(
        'Values that change in files that are there; one of `fields`, `values` and `entries` for each file',
      ),
};

export const outputSchema = {
  outcome: (z: Zod) =>
    z
      .enum(['opened', 'updated', 'unchanged', 'nothingToChange'])
      .describe(
        'What became of it; in a dry run, what would. `nothingToChange`: the repository has all of it, and there is no pull request',
      ),
  changed: (z: Zod) =>
    z.boolean().describe('Whether anything was opened or updated'),
  branch: (z: Zod) => z.string().describe('Of the pull request'),
  pullRequestNumber: (z: Zod) => z.number().optional(),
  pullRequestUrl: (z: Zod) => z.string().optional(),
  commit: (z: Zod) =>
    z.string().optional().describe('The head commit of the branch'),
};
