package dev.vesper.simulation.rewriting;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.vesper.simulation.platform.Monitors;
import dev.vesper.simulation.rewriting.Redirections.Redirection;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;

/** Rewrites one method: calls, references to methods, constructors and monitors. */
final class RedirectCalls implements CodeTransform {
    private static final ClassDesc MONITORS = Monitors.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc OF_OBJECT = MethodTypeDesc.of(CD_void, CD_Object);

    private final Redirections redirections;
    private final UnknownWaits unknownWaits;
    private boolean dropsNextDup;

    RedirectCalls(Redirections redirections, UnknownWaits unknownWaits) {
        this.redirections = redirections;
        this.unknownWaits = unknownWaits;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> invoke(code, call);
            case InvokeDynamicInstruction call -> code.invokedynamic(redirected(call));
            // A constructor becomes a factory: the empty object that would have been filled is not made at all.
            case NewObjectInstruction made
            when redirections.isConstructed(made.className().asInternalName()) -> dropsNextDup = true;
            case StackInstruction dup when dropsNextDup && dup.opcode() == Opcode.DUP -> dropsNextDup = false;
            case MonitorInstruction monitor ->
                code.invokestatic(MONITORS, monitor.opcode() == Opcode.MONITORENTER ? "enter" : "exit", OF_OBJECT);
            default -> code.with(element);
        }
    }

    private void invoke(CodeBuilder code, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        var found = call.opcode() == Opcode.INVOKESPECIAL
                ? redirections.ofConstructor(owner, call.typeSymbol())
                : redirections.find(owner, name, call.typeSymbol());
        if (found.isEmpty()) {
            unknownWaits.refuse(owner, name, call.typeSymbol());
            code.with(call);
            return;
        }
        Redirection to = found.get();
        code.invokestatic(to.holder(), to.name(), to.type());
    }

    private DynamicCallSiteDesc redirected(InvokeDynamicInstruction call) {
        ConstantDesc[] arguments = call.bootstrapArgs().stream()
                .map(argument -> argument instanceof DirectMethodHandleDesc handle ? redirected(handle) : argument)
                .toArray(ConstantDesc[]::new);
        return DynamicCallSiteDesc.of(
                call.bootstrapMethod(),
                call.name().stringValue(),
                call.typeSymbol(),
                Arrays.copyOf(arguments, arguments.length));
    }

    private DirectMethodHandleDesc redirected(DirectMethodHandleDesc handle) {
        boolean ofInstance = handle.kind() != DirectMethodHandleDesc.Kind.STATIC
                && handle.kind() != DirectMethodHandleDesc.Kind.INTERFACE_STATIC;
        if (handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            return handle;
        }
        String owner = handle.owner().descriptorString();
        MethodTypeDesc type = handle.invocationType();
        MethodTypeDesc plain = ofInstance ? type.dropParameterTypes(0, 1) : type;
        return redirections
                .find(owner.substring(1, owner.length() - 1), handle.methodName(), plain)
                .map(to -> MethodHandleDesc.ofMethod(
                        DirectMethodHandleDesc.Kind.STATIC, to.holder(), to.name(), to.type()))
                .orElse(handle);
    }
}
