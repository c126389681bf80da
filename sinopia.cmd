@echo off
rem Starts Sinopia. Finds JDK 25, builds the program on first use, then runs it without Maven.
setlocal enabledelayedexpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "jar=%home%\target\sinopia.jar"
set "jdk="

call :consider "%SINOPIA_JAVA_HOME%"
call :consider "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-2*" "%ProgramFiles%\Java\jdk-2*" "%ProgramFiles%\Microsoft\jdk-2*" "%ProgramFiles%\Zulu\zulu-2*" "%USERPROFILE%\.jdks\*") do call :consider "%%~d"
for /f "delims=" %%j in ('where javac 2^>nul') do call :consider "%%~dpj.."
if not defined jdk (
    echo No JDK 25 was found. Install a JDK 25 or newer ^(for example Eclipse Temurin^) or set SINOPIA_JAVA_HOME to its folder. 1>&2
    exit /b 1
)

if not exist "%jar%" goto build
powershell -NoProfile -Command "$jar = (Get-Item '%jar%').LastWriteTime; if (Get-ChildItem -Recurse -File '%home%\src\main\java', '%home%\src\main\resources', '%home%\pom.xml' -ErrorAction SilentlyContinue | Where-Object LastWriteTime -gt $jar | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo Maven is missing: the first start builds the program with it. Install Maven 3.8 or newer and start again. 1>&2
    exit /b 1
)
echo Building Sinopia, once. This takes a minute or two ... 1>&2
if exist "%home%\target\lib" rmdir /s /q "%home%\target\lib"
del /q "%home%\target\*.jsa" >nul 2>nul
if not exist "%home%\target" mkdir "%home%\target"
set "JAVA_HOME=%jdk%"
call mvn -B -q -f "%home%\pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true package > "%home%\target\build.log" 2>&1
if errorlevel 1 (
    echo Building Sinopia failed. See %home%\target\build.log for the reason. 1>&2
    exit /b 1
)

:run
set "java_version=unknown"
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_RUNTIME_VERSION=" "%jdk%\release"') do set "java_version=%%~v"
set options=-XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
if not exist "%home%\target\command-%java_version%.jsa" call :lay_out_classes
rem OpenMP's threads would spin while they wait for each other, which costs more than it gains when others need the processor.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
set "kind=command"
if "%~1"=="" set "kind=window"
"%jdk%\bin\java.exe" "-XX:SharedArchiveFile=%home%\target\%kind%-%java_version%.jsa" -Xshare:auto ^
    -Xlog:cds=off -Xlog:aot=off %options% %SINOPIA_JAVA_OPTIONS% "-Dsinopia.home=%home%" ^
    -cp "%jar%;%home%\target\lib\*" studio.sinopia.Sinopia %*
exit /b %errorlevel%

rem Two trials note in text files which classes they load, and another Java lays them out in archives that later starts map. No
rem run of a person's ever writes one. Where this fails, an empty file stays and starts are slower.
:lay_out_classes
set "trial=%home%\target\trial-%random%"
mkdir "%trial%" 2>nul
if errorlevel 1 exit /b 0
call :note_classes command models list
call :note_classes window
call :lay_out command
call :lay_out window
rmdir /s /q "%trial%" 2>nul
exit /b 0

:note_classes
"%jdk%\bin\java.exe" "-XX:DumpLoadedClassList=%trial%\%1.classes" %options% "-Dsinopia.home=%home%" "-Dsinopia.data=%trial%\data" ^
    -Dsinopia.startup.exit=true -Dglass.platform=Headless -Dprism.order=sw ^
    -cp "%jar%;%home%\target\lib\*" studio.sinopia.Sinopia %2 %3 <nul >nul 2>nul
exit /b 0

:lay_out
type nul >"%home%\target\%1-%java_version%.jsa"
"%jdk%\bin\java.exe" -XX:+AOTClassLinking -Xshare:dump -Xlog:disable -Xlog:all=off %options% "-Dsinopia.home=%home%" ^
    "-XX:SharedClassListFile=%trial%\%1.classes" "-XX:SharedArchiveFile=%trial%\%1.jsa" ^
    -cp "%jar%;%home%\target\lib\*" >nul 2>nul
if not errorlevel 1 move /y "%trial%\%1.jsa" "%home%\target\%1-%java_version%.jsa" >nul
exit /b 0

:consider
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "version=%%~v"
set "version=%version:"=%"
if %version% geq 25 set "jdk=%~f1"
exit /b 0
