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

import { valueAt } from '../edits/jsonPointer';
import type { ParsedFile } from '../edits/types';
import { createFieldProvisioner } from './createFieldProvisioner';
import { planEdits, type FoundField } from './planEdits';
import type { Provisioner, VersionChange, WantedVersions } from './types';

/** One kind of manifest, and where it has what. */
export interface ManifestKind {
  kind: string;
  /** Of what it is called in EKS; the first that is there counts. */
  name: string[][];
  /** Of the cluster that it belongs to; the first that is there counts. */
  cluster?: string[][];
  /** Of the version; the first that is there counts. */
  version: string[][];
  releaseVersion?: string[];
}

export interface ManifestProvisionerOptions {
  id: string;
  title: string;
  /** Of `apiVersion`, up to the slash. */
  group: RegExp;
  cluster: Omit<ManifestKind, 'kind'> & { kind?: string };
  addon?: ManifestKind;
  nodegroup?: ManifestKind;
  walksMinorsAlone: boolean;
}

const FIELDS = {
  controlPlane: 'version',
  addon: 'addons',
  nodegroup: 'nodegroups',
} as const;

interface Manifest {
  document: number;
  content: unknown;
}

/**
 * A provisioner that reads Kubernetes manifests: each thing is found by its
 * kind and name, wherever in a file it is. Fields from configuration come
 * first.
 */
export function createManifestProvisioner(
  options: ManifestProvisionerOptions,
): Provisioner {
  const { id, title, walksMinorsAlone } = options;
  const byFields = createFieldProvisioner({ id, title, walksMinorsAlone });
  return {
    id,
    title,
    ability: ({ nodegroups }) => ({
      canUpgrade: true,
      canRollBack: false,
      nodesApart: (options.nodegroup ?? nodegroups) !== undefined,
      walksMinorsAlone,
    }),
    read(file, context) {
      const { fields } = context;
      const manifests = readManifests(file, options, context.cluster);
      const named = byFields.read(file, context);
      const version = fields.version ? named.version : manifests.version;
      return {
        ...(version && { version }),
        addons: (fields.addons ? named : manifests).addons,
        nodegroups: (fields.nodegroups ? named : manifests).nodegroups,
      };
    },
    plan: (file, context, change) =>
      context.fields[FIELDS[change.kind]]
        ? byFields.plan(file, context, change)
        : planEdits(
            change,
            findFields(file, options, context.cluster, change),
            context.canRollBack ?? false,
          ),
  };
}

function findFields(
  file: ParsedFile,
  options: ManifestProvisionerOptions,
  cluster: string,
  { kind, name }: VersionChange,
) {
  const manifests = manifestsOf(file, options.group);
  const own = clusterManifest(manifests, options, cluster);
  if (kind === 'controlPlane') {
    return { version: own && fieldAt(own, options.cluster.version) };
  }
  const shape = kind === 'addon' ? options.addon : options.nodegroup;
  const found =
    shape &&
    membersOf(manifests, shape, cluster, own).find(
      each => firstText(each, shape.name) === name,
    );
  return found
    ? {
        version: fieldAt(found, shape.version),
        releaseVersion:
          shape.releaseVersion && fieldAt(found, [shape.releaseVersion]),
      }
    : {};
}

function readManifests(
  file: ParsedFile,
  options: ManifestProvisionerOptions,
  cluster: string,
): WantedVersions {
  const manifests = manifestsOf(file, options.group);
  const own = clusterManifest(manifests, options, cluster);
  const version =
    own && firstText(own, options.cluster.version)?.replace(/^v(?=\d)/, '');
  const named = (shape: ManifestKind | undefined) =>
    shape
      ? membersOf(manifests, shape, cluster, own).flatMap(each => {
          const name = firstText(each, shape.name);
          return name ? [{ name, each, shape }] : [];
        })
      : [];
  return {
    ...(version && { version }),
    addons: Object.fromEntries(
      named(options.addon).flatMap(({ name, each, shape }) => {
        const wanted = firstText(each, shape.version);
        return wanted ? [[name, wanted]] : [];
      }),
    ),
    nodegroups: Object.fromEntries(
      named(options.nodegroup).map(({ name, each, shape }) => {
        const wanted = firstText(each, shape.version);
        const release =
          shape.releaseVersion && firstText(each, [shape.releaseVersion]);
        return [
          name,
          {
            ...(wanted && { version: wanted }),
            ...(release && { releaseVersion: release }),
          },
        ];
      }),
    ),
  };
}

function manifestsOf({ documents }: ParsedFile, group: RegExp): Manifest[] {
  return documents
    .map((content, document) => ({ document, content }))
    .filter(({ content }) => {
      const apiVersion = valueAt(content, ['apiVersion']);
      return (
        typeof apiVersion === 'string' && group.test(apiVersion.split('/')[0])
      );
    });
}

function clusterManifest(
  manifests: Manifest[],
  { cluster: shape }: ManifestProvisionerOptions,
  cluster: string,
): Manifest | undefined {
  return manifests.find(
    each =>
      (shape.kind === undefined ||
        valueAt(each.content, ['kind']) === shape.kind) &&
      firstText(each, shape.name) === cluster,
  );
}

/** Those that name the cluster, in EKS or as a manifest. */
function membersOf(
  manifests: Manifest[],
  shape: ManifestKind,
  cluster: string,
  own: Manifest | undefined,
): Manifest[] {
  const resource = own && firstText(own, [['metadata', 'name']]);
  return manifests.filter(each => {
    const named = firstText(each, shape.cluster ?? []);
    return (
      valueAt(each.content, ['kind']) === shape.kind &&
      named !== undefined &&
      (named === cluster || named === resource)
    );
  });
}

function firstText(
  { content }: Manifest,
  paths: string[][],
): string | undefined {
  return paths
    .map(path => valueAt(content, path))
    .find(value => typeof value === 'string');
}

function fieldAt(
  { content, document }: Manifest,
  paths: string[][],
): FoundField | undefined {
  const path = paths.find(each => valueAt(content, each) !== undefined);
  return path
    ? {
        document,
        pointer: path.map(part => `/${part.replaceAll('/', '~1')}`).join(''),
        value: valueAt(content, path),
      }
    : undefined;
}
