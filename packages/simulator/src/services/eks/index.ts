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

import { restJson } from '../../aws/protocols';
import type { AwsService } from '../../aws/types';
import {
  describeAccessEntry,
  listAccessEntries,
  listAssociatedAccessPolicies,
} from './accessEntries';
import { describeAddon, listAddons } from './addons';
import { describeAddonVersions } from './addonVersions';
import { describeCapability, listCapabilities } from './capabilities';
import { describeCluster, listClusters } from './clusters';
import {
  associateAccessPolicy,
  createAccessEntry,
  deleteAccessEntry,
} from './creation/accessEntries';
import { createAddon } from './creation/addons';
import { createCluster, deleteCluster } from './creation/clusters';
import { createNodegroup, deleteNodegroup } from './creation/nodegroups';
import { createPodIdentityAssociation } from './creation/podIdentity';
import { describeFargateProfile, listFargateProfiles } from './fargateProfiles';
import { describeInsight, listInsights } from './insights';
import {
  describeInsightsRefresh,
  startInsightsRefresh,
} from './insightsRefresh';
import { describeNodegroup, listNodegroups } from './nodegroups';
import {
  describePodIdentityAssociation,
  listPodIdentityAssociations,
} from './podIdentity';
import { resolveEksCall } from './routes';
import { listTagsForResource, tagResource, untagResource } from './tags';
import { describeUpdate, listUpdates } from './updates';
import { updateAddon } from './upgrades/addon';
import { cancelUpdate } from './upgrades/cancelUpdate';
import { updateClusterConfig } from './upgrades/clusterConfig';
import { updateClusterVersion } from './upgrades/clusterVersion';
import { updateNodegroupVersion } from './upgrades/nodegroupVersion';
import { describeClusterVersions } from './versions';

/** Amazon EKS, 2017-11-01. */
export const eksService: AwsService = {
  name: 'eks',
  protocol: restJson,
  resolve: resolveEksCall,
  operations: {
    ListClusters: listClusters,
    DescribeCluster: describeCluster,
    DescribeClusterVersions: describeClusterVersions,
    ListNodegroups: listNodegroups,
    DescribeNodegroup: describeNodegroup,
    ListFargateProfiles: listFargateProfiles,
    DescribeFargateProfile: describeFargateProfile,
    ListAddons: listAddons,
    DescribeAddon: describeAddon,
    DescribeAddonVersions: describeAddonVersions,
    ListCapabilities: listCapabilities,
    DescribeCapability: describeCapability,
    ListInsights: listInsights,
    DescribeInsight: describeInsight,
    StartInsightsRefresh: startInsightsRefresh,
    DescribeInsightsRefresh: describeInsightsRefresh,
    ListUpdates: listUpdates,
    DescribeUpdate: describeUpdate,
    UpdateClusterVersion: updateClusterVersion,
    UpdateClusterConfig: updateClusterConfig,
    CancelUpdate: cancelUpdate,
    UpdateAddon: updateAddon,
    UpdateNodegroupVersion: updateNodegroupVersion,
    ListAccessEntries: listAccessEntries,
    DescribeAccessEntry: describeAccessEntry,
    ListAssociatedAccessPolicies: listAssociatedAccessPolicies,
    ListPodIdentityAssociations: listPodIdentityAssociations,
    DescribePodIdentityAssociation: describePodIdentityAssociation,
    CreateCluster: createCluster,
    DeleteCluster: deleteCluster,
    CreateNodegroup: createNodegroup,
    DeleteNodegroup: deleteNodegroup,
    CreateAddon: createAddon,
    CreateAccessEntry: createAccessEntry,
    DeleteAccessEntry: deleteAccessEntry,
    AssociateAccessPolicy: associateAccessPolicy,
    CreatePodIdentityAssociation: createPodIdentityAssociation,
    ListTagsForResource: listTagsForResource,
    TagResource: tagResource,
    UntagResource: untagResource,
  },
};
