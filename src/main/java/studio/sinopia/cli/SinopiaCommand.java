package studio.sinopia.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The program without a command: its help and version. (Without any argument at all the studio opens instead.) */
final class SinopiaCommand implements Runnable {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
            .name("sinopia")
            .versionProvider(() -> new String[] {"Sinopia " + version()})
            .addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .scopeType(CommandLine.ScopeType.INHERIT)
                    .description("Show this help.")
                    .build())
            .addOption(OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Show the version.")
                    .build());

    private SinopiaCommand() {}

    /** The top of the tree, still without sub-commands. */
    static CommandLine line() {
        CommandSpec spec = new SinopiaCommand().spec;
        spec.usageMessage()
                .description("A studio for controllable image generation. Without a command it opens its window.")
                .synopsisSubcommandLabel("COMMAND")
                .footer(
                        "",
                        "SINOPIA_HOME names the folder for settings, gallery, models, logs and cache; 'sinopia doctor' says"
                                + " where they lie now. SINOPIA_JAVA_HOME names a JDK, SINOPIA_JAVA_OPTIONS its options.",
                        "Exit codes: 0 done, 1 failed with a problem, 2 wrong usage, 130 cancelled.");
        return new CommandLine(spec);
    }

    /** What the build wrote into the jar. */
    static String version() {
        String version = SinopiaCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing");
    }
}
