import { annotation, valueAt } from './documents.mjs';

/** The object that stands for the cluster, by the kinds that provisioners have. */
const STANDS_FOR = [
  [/^kro\.run\//, 'EksclusterWithVpc', ['spec', 'name']],
  [/^eks\.services\.k8s\.aws\//, 'Cluster', ['spec', 'name']],
  [
    /^eks\.aws(\.m)?\.upbound\.io\//,
    'Cluster',
    ['metadata', 'annotations', 'crossplane.io/external-name'],
  ],
  [/^cluster\.x-k8s\.io\//, 'Cluster', ['metadata', 'name']],
];

/**
 * What a cluster's file says of the cluster: where each is said, and what, as
 * `{ document, name, account, environment, region?, expiresOn? }` of
 * `{ path, value }`; nothing where no object stands for a cluster.
 */
export function readCluster(file) {
  if (file.path.endsWith('.auto.tfvars.json')) {
    const [document] = file.documents;
    return (
      document && {
        document,
        name: field(document, ['name']),
        region: field(document, ['region']),
        account: field(document, ['fleet', 'account_id']),
        environment: field(document, ['fleet', 'environment']),
        expiresOn: field(document, ['fleet', 'expires_on']),
      }
    );
  }
  for (const [group, kind, name] of STANDS_FOR) {
    const document = file.documents.find(
      ({ value }) =>
        valueAt(value, ['kind']) === kind &&
        group.test(String(valueAt(value, ['apiVersion']))),
    );
    if (document) {
      const of = key =>
        field(document, ['metadata', 'annotations', `eks-fleet.io/${key}`]);
      return {
        document,
        name: field(document, name),
        region: regionOf(file, document),
        account: of('account-id'),
        environment: of('environment'),
        expiresOn: of('expires-on'),
      };
    }
  }
  return undefined;
}

/** The first address block that a VPC of its own has, and where it is said. */
export function ownNetwork(file) {
  const places = [
    ['vpc', 'cidr'],
    ['spec', 'cidr', 'vpcCidr'],
    ['spec', 'network', 'vpc', 'cidrBlock'],
  ];
  for (const document of file.documents) {
    for (const path of places) {
      const cidr = valueAt(document.value, path);
      if (typeof cidr === 'string') {
        return { document, path, cidr };
      }
    }
  }
  return undefined;
}

function regionOf(file, document) {
  const places = [
    [document, ['spec', 'region']],
    [document, ['spec', 'forProvider', 'region']],
    [document, ['metadata', 'annotations', 'services.k8s.aws/region']],
    [
      file.documents.find(
        ({ value }) => valueAt(value, ['kind']) === 'AWSManagedControlPlane',
      ),
      ['spec', 'region'],
    ],
  ];
  const [found, path] =
    places.find(
      ([each, at]) => each && valueAt(each.value, at) !== undefined,
    ) ?? places[0];
  return { ...field(found, path), document: found };
}

function field(document, path) {
  return { path, value: valueAt(document.value, path) };
}

/** The day from which on something may go; nothing where none is said. */
export function expiryOf(file) {
  for (const document of file.documents) {
    const said = [
      [
        ['metadata', 'annotations', 'eks-fleet.io/expires-on'],
        annotation(document, 'eks-fleet.io/expires-on'),
      ],
      [
        ['fleet', 'expires_on'],
        valueAt(document.value, ['fleet', 'expires_on']),
      ],
    ].find(([, value]) => value !== undefined);
    if (said) {
      return { document, path: said[0], date: said[1] };
    }
  }
  return undefined;
}
