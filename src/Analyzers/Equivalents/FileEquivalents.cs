using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class FileEquivalents
{
    public static readonly Equivalent Upload = Becomes(
        LegacyRule.UploadFile,
        "'OpenAIFileClient.UploadFile' with the file name before the purpose",
        "'OpenAIFileClient.UploadFile' as it is, with the id on a tool's container or vector store");
    public static readonly Equivalent Get = Becomes(LegacyRule.ManageFile, "'OpenAIFileClient.GetFile'");
    public static readonly Equivalent List = Becomes(LegacyRule.ManageFile, "'OpenAIFileClient.GetFiles'");
    public static readonly Equivalent Delete = Becomes(LegacyRule.ManageFile, "'OpenAIFileClient.DeleteFile'");
    public static readonly Equivalent Content = Becomes(
        LegacyRule.FileContent,
        "'ContainerClient.DownloadContainerFile' for generated files, 'OpenAIFileClient.DownloadFile' for uploaded ones");

    public static readonly Equivalent Purpose = Becomes(LegacyRule.FileProperty, "'FileUploadPurpose'");
    public static readonly Equivalent PurposeAssistants = Becomes(
        LegacyRule.FileProperty, "'FileUploadPurpose.Assistants'");
    public static readonly Equivalent PurposeVision = Becomes(LegacyRule.FileProperty, "'FileUploadPurpose.Vision'");
    public static readonly Equivalent PurposeBatch = Becomes(LegacyRule.FileProperty, "'FileUploadPurpose.Batch'");
    public static readonly Equivalent PurposeFineTune = Becomes(
        LegacyRule.FileProperty, "'FileUploadPurpose.FineTune'");
    public static readonly Equivalent PurposeOutput = Becomes(
        LegacyRule.FileProperty, "a value of 'FilePurpose', which is only read");
    public static readonly Equivalent File = Becomes(LegacyRule.FileProperty, "'OpenAIFile'");
    public static readonly Equivalent Id = Becomes(LegacyRule.FileProperty, "'OpenAIFile.Id'");
    public static readonly Equivalent Filename = Becomes(LegacyRule.FileProperty, "'OpenAIFile.Filename'");
    public static readonly Equivalent Size = Becomes(LegacyRule.FileProperty, "'OpenAIFile.SizeInBytesLong'");
    public static readonly Equivalent Property = Becomes(
        LegacyRule.FileProperty, "the same property of 'OpenAIFile'");
}
