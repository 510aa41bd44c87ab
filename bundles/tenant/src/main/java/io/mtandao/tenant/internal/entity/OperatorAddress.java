package io.mtandao.tenant.internal.entity;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** An address from which an operator has signed in before, as a hash. */
@Entity
@Cacheable(false)
@Table(name = "platform_operator_address")
@IdClass(OperatorAddress.Key.class)
public class OperatorAddress {
    @Id
    @Column(name = "operator_id")
    private long operatorId;

    @Id
    @Column(name = "address_hash")
    private String addressHash;

    protected OperatorAddress() {}

    public OperatorAddress(long operatorId, String addressHash) {
        this.operatorId = operatorId;
        this.addressHash = addressHash;
    }

    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long operatorId;
        private String addressHash;

        public Key() {}

        public Key(long operatorId, String addressHash) {
            this.operatorId = operatorId;
            this.addressHash = addressHash;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && operatorId == k.operatorId && addressHash.equals(k.addressHash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(operatorId, addressHash);
        }
    }
}
