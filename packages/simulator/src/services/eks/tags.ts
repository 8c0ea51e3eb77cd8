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

import type { CallContext, Operation } from '../../aws/types';
import type { Cluster } from '../../model/types';
import { badRequest, notFound } from './errors';

const MAX_TAGS = 50;
const ARN = /^arn:[a-z-]+:eks:([a-z0-9-]+):(\d{12}):cluster\/(.+)$/;

const resource = ({ call }: CallContext) => String(call.parameters.resourceArn);

export const listTagsForResource: Operation = {
  action: 'eks:ListTagsForResource',
  resource,
  handle: context => ({ tags: taggedCluster(context).tags }),
};

export const tagResource: Operation = {
  action: 'eks:TagResource',
  resource,
  handle: context => {
    const cluster = taggedCluster(context);
    const added = readTags(context.call.parameters.tags);
    const tags = { ...cluster.tags, ...added };
    if (Object.keys(tags).length > MAX_TAGS) {
      throw badRequest(`A resource has at most ${MAX_TAGS} tags.`);
    }
    cluster.tags = tags;
    return {};
  },
};

export const untagResource: Operation = {
  action: 'eks:UntagResource',
  resource,
  handle: context => {
    const cluster = taggedCluster(context);
    const keys = context.call.parameters.tagKeys;
    if (!Array.isArray(keys) || keys.length === 0) {
      throw badRequest('tagKeys must name at least one tag.');
    }
    cluster.tags = Object.fromEntries(
      Object.entries(cluster.tags).filter(([key]) => !keys.includes(key)),
    );
    return {};
  },
};

function taggedCluster(context: CallContext): Cluster {
  const { caller, model, region } = context;
  const match = ARN.exec(resource(context));
  if (!match || match[1] !== region || match[2] !== caller.accountId) {
    throw badRequest('resourceArn is not an ARN of this account and Region.');
  }
  const cluster = model.findCluster(match[2], match[1], match[3]);
  if (!cluster) {
    throw notFound(`Resource ${resource(context)} was not found.`);
  }
  return cluster;
}

function readTags(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) {
    throw badRequest('tags must be an object.');
  }
  for (const [key, text] of Object.entries(value)) {
    if (key.length < 1 || key.length > 128 || /^aws:/i.test(key)) {
      throw badRequest(
        'A tag key has 1 to 128 characters and does not begin with aws:.',
      );
    }
    if (typeof text !== 'string' || text.length > 256) {
      throw badRequest('A tag value is a string of at most 256 characters.');
    }
  }
  return value as Record<string, string>;
}
