SELECT count(*) AS notes FROM (SELECT FROM eventstore.old_data_noted LIMIT ?) AS waiting
