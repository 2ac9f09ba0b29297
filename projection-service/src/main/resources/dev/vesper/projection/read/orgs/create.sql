CREATE TABLE projections.orgs1 (
    instance_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'inactive', 'removed')),
    primary_domain TEXT,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT orgs1_pkey PRIMARY KEY (instance_id, org_id)
);

CREATE INDEX orgs1_by_creation ON projections.orgs1 (instance_id, creation_date, org_id)
    WHERE state <> 'removed';

CREATE TABLE projections.orgs1_domains (
    instance_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    domain TEXT NOT NULL,
    is_generated BOOLEAN NOT NULL,
    is_verified BOOLEAN NOT NULL,
    is_primary BOOLEAN NOT NULL,
    CONSTRAINT orgs1_domains_pkey PRIMARY KEY (instance_id, org_id, domain)
);

CREATE INDEX orgs1_domains_by_domain ON projections.orgs1_domains (instance_id, domain);
